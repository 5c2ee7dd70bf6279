/** A MapLibre map of incidents over the base map: what the Svelte component binds to. */
import * as maplibre from 'maplibre-gl';
import type { GeoJSONSource, Map as Chart, MapMouseEvent } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Point } from '../lib/points';
import { layers } from './layers';
import { base, style } from './style';

maplibre.setWorkerUrl(workerUrl);

export interface Asked {
  onselect: (id: string) => void;
  onmove: (bbox: string) => void;
}

export type Box = [number, number, number, number];

export class IncidentMap {
  readonly #chart: Chart;
  readonly #base = base();
  #points: readonly Point[] = [];
  #selected = '';
  #dark: boolean;

  constructor(container: HTMLElement, dark: boolean, private readonly asked: Asked, box: Box | null) {
    this.#dark = dark;
    this.#chart = new maplibre.Map({
      container,
      style: { version: 8, sources: {}, layers: [] },
      ...(box ? { bounds: box } : { center: [35, 25] as [number, number], zoom: 1.6 }),
      maxZoom: 13,
      attributionControl: { compact: true },
      dragRotate: false,
      pitchWithRotate: false,
    });
    this.#chart.touchZoomRotate.disableRotation();
    this.#chart.addControl(new maplibre.NavigationControl({ showCompass: false }));
    this.#chart.on('moveend', (event) => event.originalEvent && this.#tellBox());
    this.#chart.on('click', (event) => void this.#click(event));
    for (const layer of ['one', 'many']) {
      this.#chart.on('mouseenter', layer, () => (this.#chart.getCanvas().style.cursor = 'pointer'));
      this.#chart.on('mouseleave', layer, () => (this.#chart.getCanvas().style.cursor = ''));
    }
    void this.paint(dark);
  }

  /** Draw everything again, as after a change of scheme. */
  async paint(dark: boolean): Promise<void> {
    this.#dark = dark;
    const made = style(await this.#base, dark);
    if (this.#dark !== dark) return;
    this.#chart.setStyle({
      ...made,
      sources: {
        ...made.sources,
        incidents: { type: 'geojson', data: this.#collection(), cluster: true, clusterRadius: 42, clusterMaxZoom: 10 },
      },
      layers: [...made.layers, ...layers(this.#selected)],
    });
  }

  show(points: readonly Point[]): void {
    this.#points = points;
    this.#chart.getSource<GeoJSONSource>('incidents')?.setData(this.#collection());
  }

  select(id: string): void {
    this.#selected = id;
    if (this.#chart.getLayer('selected')) this.#chart.setFilter('selected', ['==', ['get', 'id'], id]);
  }

  /** Bring all points, or one, into view. */
  fit(points: readonly Point[] = this.#points): void {
    const bounds = new maplibre.LngLatBounds();
    for (const { lon, lat } of points) bounds.extend([lon, lat]);
    if (!bounds.isEmpty()) this.#chart.fitBounds(bounds, { padding: 50, maxZoom: 7, animate: false });
  }

  remove(): void {
    this.#chart.remove();
  }

  #collection(): GeoJSON.FeatureCollection {
    return {
      type: 'FeatureCollection',
      features: this.#points.map(({ lon, lat, ...properties }) => ({
        type: 'Feature',
        properties,
        geometry: { type: 'Point', coordinates: [lon, lat] },
      })),
    };
  }

  #tellBox(): void {
    const bounds = this.#chart.getBounds();
    const corners = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    this.asked.onmove(corners.map((value) => value.toFixed(2)).join(','));
  }

  async #click({ point }: MapMouseEvent): Promise<void> {
    if (!this.#chart.getLayer('one')) return; // not drawn yet
    const [hit] = this.#chart.queryRenderedFeatures(point, { layers: ['one', 'many'] });
    if (!hit || hit.geometry.type !== 'Point') return;
    if (!hit.properties.cluster) return this.asked.onselect(String(hit.properties.id));
    const source = this.#chart.getSource<GeoJSONSource>('incidents');
    const zoom = await source?.getClusterExpansionZoom(Number(hit.properties.cluster_id));
    const [lon = 0, lat = 0] = hit.geometry.coordinates;
    this.#chart.easeTo({ center: [lon, lat], zoom: (zoom ?? this.#chart.getZoom() + 1) + 0.2 });
    this.#chart.once('moveend', () => this.#tellBox());
  }
}
