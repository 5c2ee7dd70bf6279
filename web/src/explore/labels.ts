/**
 * Names on the shipped map, each drawn by the browser as one picture: it joins and turns Arabic letters as they are
 * written, which MapLibre does only with an extension of its own.
 */
import type { StyleImageInterface } from 'maplibre-gl';

export const LABEL = 'label|';
const EDGE = 3;

/** How a name is drawn; colours as CSS has them. */
export interface Ink {
  name: string;
  halo: string;
}

/** The picture's id: "label|13|#59636a|#f6f4ec|Sudan". The name comes last: it may hold any sign. */
export function labelId(size: number, ink: Ink): string {
  return [LABEL.slice(0, -1), size, ink.name, ink.halo, ''].join('|');
}

/** The picture of such an id at so many dots a pixel; null of another's. */
export function label(id: string, density: number): (StyleImageInterface & { data: Uint8ClampedArray }) | null {
  if (!id.startsWith(LABEL)) return null;
  const [, size, ink = '', halo = '', ...rest] = id.split('|');
  const text = rest.join('|');
  const font = `${size}px system-ui, 'Noto Sans', 'Noto Sans Arabic', sans-serif`;
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!pen) return null;
  pen.font = font;
  const width = Math.ceil((pen.measureText(text).width + 2 * EDGE) * density);
  const height = Math.ceil((Number(size) * 1.5 + 2 * EDGE) * density);
  Object.assign(pen.canvas, { width, height }); // which also forgets the font
  pen.scale(density, density);
  Object.assign(pen, { font, textAlign: 'center', textBaseline: 'middle', lineJoin: 'round', strokeStyle: halo, fillStyle: ink, lineWidth: 2.5 });
  const middle = [width / density / 2, height / density / 2] as const;
  pen.strokeText(text, ...middle);
  pen.fillText(text, ...middle);
  return { width, height, data: pen.getImageData(0, 0, width, height).data };
}
