/**
 * The base map: land and borders from Natural Earth (public domain), served by ourselves, in the app's colours.
 * Countries are named in the reader's language by the browser, in the system's fonts: no server is asked for glyphs.
 */
import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { country, fromNumber } from '../lib/countries';
import { labelId } from './labels';
import { unwrapped } from './unwrap';
import worldUrl from 'world-atlas/countries-50m.json?url';

interface World extends Topology<{ countries: GeometryCollection<{ name: string }> }> {}

export interface Base {
  land: FeatureCollection;
  names: FeatureCollection;
}

/** Antarctica, which no flat map of this projection can close, and where nobody fights. */
const LEFT_OUT = '010';

export async function base(): Promise<Base> {
  const answer = await fetch(worldUrl);
  if (!answer.ok) throw new Error(`${worldUrl}: ${answer.status}`);
  const world = (await answer.json()) as World;
  const countries = world.objects.countries;
  const land = feature(world, countries) as FeatureCollection<Polygon | MultiPolygon, { name: string }>;
  land.features = land.features.filter(({ id }) => id !== LEFT_OUT);
  for (const country of land.features) country.geometry = unwrapped(country.geometry);
  return {
    land,
    names: collection(land.features.map(({ id, geometry, properties: { name } }) => named(fromNumber(id) ?? name, geometry))),
  };
}

function collection(features: FeatureCollection['features']): FeatureCollection {
  return { type: 'FeatureCollection', features };
}

/** A country's code, or the file's name of what has none, at the middle of its largest part. */
function named(code: string, geometry: Polygon | MultiPolygon): FeatureCollection['features'][number] {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const rings = parts.map((part) => ({ ring: part[0] ?? [], ...centre(part[0] ?? []) }));
  const largest = rings.reduce((one, other) => (other.area > one.area ? other : one));
  return { type: 'Feature', properties: { code, area: largest.area }, geometry: { type: 'Point', coordinates: largest.at } };
}

function centre(ring: Position[]): { area: number; at: Position } {
  let [area, x, y] = [0, 0, 0];
  for (let i = 0; i + 1 < ring.length; i++) {
    const [x0 = 0, y0 = 0] = ring[i] as Position;
    const [x1 = 0, y1 = 0] = ring[i + 1] as Position;
    const cross = x0 * y1 - x1 * y0;
    area += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  return area ? { area: Math.abs(area / 2), at: [x / (3 * area), y / (3 * area)] } : { area: 0, at: ring[0] ?? [0, 0] };
}

const DAY = { sea: '#dbe5ea', land: '#f6f4ec', border: '#a9adac', name: '#59636a', halo: '#f6f4ec' };
const NIGHT = { sea: '#161b20', land: '#262d33', border: '#59646d', name: '#a9b4bc', halo: '#20262c' };
export type Colours = typeof DAY;

export function colours(dark: boolean): Colours {
  return dark ? NIGHT : DAY;
}

/** Fonts of the reader's system. */
export const FONT = ['system-ui', 'Noto Sans', 'sans-serif'];

export function style({ land, names }: Base, dark: boolean): StyleSpecification {
  const paint = colours(dark);
  return {
    version: 8,
    sources: {
      // Where no graphics card helps, a frame costs as much as it has points: none far outside a tile, none finer than a dot.
      land: { type: 'geojson', data: land, attribution: 'Natural Earth', tolerance: 1, buffer: 8 },
      names: { type: 'geojson', data: inWords(names) },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': paint.sea } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': paint.land, 'fill-outline-color': paint.border } },
      countryNames(paint),
    ],
  };
}

/** Countries named as the reader's language does. */
function inWords(names: FeatureCollection): FeatureCollection {
  return collection(names.features.map((one) => ({ ...one, properties: { ...one.properties, name: country(one.properties?.code) } })));
}

function countryNames(paint: Colours): LayerSpecification {
  const sized = (size: number): ExpressionSpecification => ['concat', labelId(size, paint), ['get', 'name']];
  return {
    id: 'names',
    type: 'symbol',
    source: 'names',
    filter: ['>', ['get', 'area'], ['step', ['zoom'], 40, 2, 8, 3, 1.5, 4, 0]],
    layout: {
      'icon-image': ['step', ['zoom'], sized(11), 2.5, sized(13), 5, sized(15)],
      'symbol-sort-key': ['-', ['get', 'area']],
    },
  };
}
