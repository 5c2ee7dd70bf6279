/** A MapLibre map of incidents over the base map: what the Svelte component binds to. */
import * as maplibre from 'maplibre-gl';
import type { GeoJSONSource, Map as Chart, MapMouseEvent, StyleSpecification } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Point } from '../lib/points';
import { DENSITY, icon } from './icons';
import { label } from './labels';
import { layers } from './layers';
import { base, FONT, style } from './style';

maplibre.setWorkerUrl(workerUrl);

export interface Asked {
  onselect: (id: string) => void;
  onmove: (bbox: string) => void;
  /** Many incidents at one spot, which no zoom takes apart: a box around them. */
  onpile: (bbox: string) => void;
  onoffline: () => void;
}

/** How far the shipped map, which has no streets, goes in; and clusters with it. */
const ZOOM = 13;

export type Box = [number, number, number, number];

export class IncidentMap {
  readonly #chart: Chart;
  #base: ReturnType<typeof base> | undefined;
  #points: readonly Point[] = [];
  #selected = '';
  #dark: boolean;
  /** The address of an online map's style; "" is the map that is shipped. */
  #tiles: string;

  constructor(container: HTMLElement, dark: boolean, tiles: string, private readonly asked: Asked, box: Box | null) {
    this.#dark = dark;
    this.#tiles = tiles;
    this.#chart = new maplibre.Map({
      container,
      style: { version: 8, sources: {}, layers: [] },
      ...(box ? { bounds: box } : { center: [35, 25] as [number, number], zoom: 1.6 }),
      maxZoom: tiles ? 18 : ZOOM,
      fadeDuration: 0, // labels are there or not: no frames for their coming
      pixelRatio: Math.min(devicePixelRatio, 2),
      attributionControl: { compact: true },
      dragRotate: false,
      pitchWithRotate: false,
    });
    this.#chart.touchZoomRotate.disableRotation();
    this.#chart.addControl(new maplibre.NavigationControl({ showCompass: false }));
    this.#chart.on('moveend', (event) => event.originalEvent && this.#tellBox());
    this.#chart.on('click', (event) => void this.#click(event));
    this.#chart.setMissingStyleImageResolver((id) => {
      if (this.#chart.hasImage(id)) return;
      const dots = this.#chart.getPixelRatio();
      const [shape, name] = [icon(id), label(id, dots)];
      if (shape) this.#chart.addImage(id, shape, { pixelRatio: DENSITY });
      if (name) this.#chart.addImage(id, name, { pixelRatio: dots });
    });
    this.#chart.on('error', ({ error }) => this.#fail(error));
    for (const layer of ['one', 'many']) {
      this.#chart.on('mouseenter', layer, () => (this.#chart.getCanvas().style.cursor = 'pointer'));
      this.#chart.on('mouseleave', layer, () => (this.#chart.getCanvas().style.cursor = ''));
    }
    void this.paint(dark);
  }

  /** Draw everything again, as after a change of scheme or language. */
  async paint(dark: boolean): Promise<void> {
    this.#dark = dark;
    if (this.#tiles) {
      this.#chart.setStyle(this.#tiles, { diff: false, transformStyle: (_, online) => this.#with(online) });
      return;
    }
    const made = style(await (this.#base ??= base()), dark);
    if (this.#dark === dark) this.#chart.setStyle(this.#with(made));
  }

  /** A base map with the incidents over it, in a font that it has. */
  #with(map: StyleSpecification): StyleSpecification {
    const fonts = map.layers.flatMap((layer) => (layer.type === 'symbol' ? [layer.layout?.['text-font']] : []));
    const font = map.glyphs ? fonts.find((one) => Array.isArray(one) && typeof one[0] === 'string') : FONT;
    return {
      ...map,
      sources: {
        ...map.sources,
        // Clustered at every zoom: a town of a long war has thousands at one spot.
        incidents: { type: 'geojson', data: collection(this.#points), cluster: true, clusterRadius: 42, clusterMaxZoom: ZOOM, maxzoom: ZOOM + 1 },
        selected: { type: 'geojson', data: this.#ring() },
      },
      layers: [...map.layers, ...layers(font as string[] | undefined)],
    };
  }

  /** Where the online map does not come, the one that is shipped takes its place, and the reader is told. */
  #fail(error: { message: string }): void {
    if (!this.#tiles || this.#chart.getStyle()?.sources.incidents) return console.warn(error.message);
    this.#tiles = '';
    this.asked.onoffline();
    void this.paint(this.#dark);
  }

  show(points: readonly Point[]): void {
    this.#points = points;
    this.#chart.getSource<GeoJSONSource>('incidents')?.setData(collection(points));
  }

  select(id: string): void {
    this.#selected = id;
    this.#chart.getSource<GeoJSONSource>('selected')?.setData(this.#ring());
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

  /** What is selected, in a source of its own: thousands of others are not laid out again for it. */
  #ring(): GeoJSON.FeatureCollection {
    return collection(this.#selected ? this.#points.filter(({ id }) => id === this.#selected) : []);
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
    const zoom = (await source?.getClusterExpansionZoom(Number(hit.properties.cluster_id))) ?? this.#chart.getZoom() + 1;
    const [lon = 0, lat = 0] = hit.geometry.coordinates;
    if (zoom > ZOOM) return this.asked.onpile(around(lon, lat));
    this.#chart.easeTo({ center: [lon, lat], zoom: zoom + 0.2 });
    this.#chart.once('moveend', () => this.#tellBox());
  }
}

function collection(points: readonly Point[]): GeoJSON.FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: points.map(({ id, lon, lat, family, killed, contested }) => ({
      type: 'Feature',
      properties: { id, family, killed, contested },
      geometry: { type: 'Point', coordinates: [lon, lat] },
    })),
  };
}

/** A box of some hundred metres around a spot. */
function around(lon: number, lat: number, by = 0.003): string {
  return [lon - by, lat - by, lon + by, lat + by].map((value) => value.toFixed(3)).join(',');
}
