/**
 * Polygons that cross the 180th meridian, for a flat map. The world's file has them as on a globe, where a step
 * from 179° to -179° is two degrees long; here such a ring goes on past 180 instead.
 */
import type { MultiPolygon, Polygon, Position } from 'geojson';

export function unwrapped<G extends Polygon | MultiPolygon>(geometry: G): G {
  const coordinates =
    geometry.type === 'Polygon' ? geometry.coordinates.map(ring) : geometry.coordinates.map((part) => part.map(ring));
  return { ...geometry, coordinates };
}

/** The ring without jumps. */
export function ring(points: readonly Position[]): Position[] {
  let shift = 0;
  return points.map(([lon = 0, lat = 0], i) => {
    const before = points[i - 1]?.[0] ?? lon;
    if (lon - before > 180) shift -= 360;
    if (lon - before < -180) shift += 360;
    return [lon + shift, lat];
  });
}
