/** Incidents on the map: single ones as dots in their family's colour, many as circles with their number. */
import type { FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { FAMILIES } from '../lib/families';

const ONE: FilterSpecification = ['!', ['has', 'point_count']];
const MANY: FilterSpecification = ['has', 'point_count'];

const familyColour = [
  'match',
  ['get', 'family'],
  ...Object.entries(FAMILIES).flatMap(([family, { color }]) => [family, color]),
  '#666666',
] as unknown as string;

export function layers(selected: string): LayerSpecification[] {
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
        'text-font': ['system-ui', 'Noto Sans', 'sans-serif'],
        'text-size': 12,
        'text-allow-overlap': true,
      },
      paint: { 'text-color': '#ffffff' },
    },
    {
      id: 'one',
      type: 'circle',
      source: 'incidents',
      filter: ONE,
      paint: {
        'circle-color': familyColour,
        'circle-radius': ['interpolate', ['linear'], ['coalesce', ['get', 'killed'], 0], 0, 6, 10, 8, 100, 13],
        'circle-stroke-color': ['case', ['get', 'contested'], '#7a1fa2', '#ffffff'],
        'circle-stroke-width': ['case', ['get', 'contested'], 2.5, 1.5],
      },
    },
    {
      id: 'selected',
      type: 'circle',
      source: 'incidents',
      filter: ['==', ['get', 'id'], selected],
      paint: { 'circle-color': 'transparent', 'circle-radius': 14, 'circle-stroke-color': '#d41159', 'circle-stroke-width': 3 },
    },
  ];
}
