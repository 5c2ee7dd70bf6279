/** Incidents on the map: single ones in their family's shape and colour, many as circles with their number. */
import type { FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { DIFFERS } from './icons';
import { FONT } from './style';

const ONE: FilterSpecification = ['!', ['has', 'point_count']];
const MANY: FilterSpecification = ['has', 'point_count'];

/** `font`: what the map's style has glyphs of. */
export function layers(font: readonly string[] = FONT): LayerSpecification[] {
  return [
    {
      id: 'many',
      type: 'circle',
      source: 'incidents',
      filter: MANY,
      paint: {
        'circle-color': '#1f4e6b',
        'circle-opacity': 0.88,
        'circle-radius': ['interpolate', ['linear'], ['log10', ['get', 'point_count']], 0.3, 11, 2, 18, 5, 38],
        'circle-stroke-color': '#ffffff',
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: 'many-number',
      type: 'symbol',
      source: 'incidents',
      filter: MANY,
      layout: {
        'text-field': ['get', 'point_count_abbreviated'],
        'text-font': [...font],
        'text-size': 12,
        'text-allow-overlap': true,
      },
      paint: { 'text-color': '#ffffff' },
    },
    {
      id: 'one',
      type: 'symbol',
      source: 'incidents',
      filter: ONE,
      layout: {
        'icon-image': ['concat', ['get', 'family'], ['case', ['get', 'contested'], DIFFERS, '']],
        'icon-size': ['interpolate', ['linear'], ['coalesce', ['get', 'killed'], 0], 0, 0.9, 10, 1.2, 100, 1.9],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
    {
      id: 'selected',
      type: 'circle',
      source: 'selected',
      paint: { 'circle-color': 'transparent', 'circle-radius': 14, 'circle-stroke-color': '#d41159', 'circle-stroke-width': 3 },
    },
  ];
}
