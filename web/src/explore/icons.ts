/** Pictures of single incidents for the map: the family's shape and colour, with a purple edge where accounts differ. */
import type { StyleImageInterface } from 'maplibre-gl';
import { FAMILIES, type Family } from '../lib/families';
import { BOX, SHAPES } from '../lib/shapes';

export const DIFFERS = '+differs';
/** Pixels of a picture for one of the map: sharp on fine screens. */
export const DENSITY = 2;
const EDGE = 2;

/** The picture of a name such as "air" or "air+differs"; null of another's. */
export function icon(name: string): (StyleImageInterface & { data: Uint8ClampedArray }) | null {
  const family = name.replace(DIFFERS, '') as Family;
  if (!(family in FAMILIES)) return null;
  const size = (BOX + 2 * EDGE) * DENSITY;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  pen.scale(DENSITY, DENSITY);
  pen.translate(EDGE, EDGE);
  const shape = new Path2D(SHAPES[family]);
  const differs = name.endsWith(DIFFERS);
  pen.lineJoin = 'round';
  pen.strokeStyle = differs ? '#b452e0' : '#ffffff';
  pen.lineWidth = differs ? 3.5 : 2.5;
  pen.stroke(shape);
  pen.fillStyle = FAMILIES[family].color;
  pen.fill(shape);
  return { width: size, height: size, data: pen.getImageData(0, 0, size, size).data };
}
