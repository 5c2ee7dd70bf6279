/** Words of a text selected with the arrow keys: where the selection goes from here. Spans count code points. */
import { offsets, type Span } from './spans';

/** Letters and digits, with the marks and the inner hyphens and apostrophes that belong to them. */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|[-'’.,](?=[\p{L}\p{N}]))*/gu;

export type Step = 'next' | 'previous' | 'longer' | 'shorter' | 'down' | 'up';

export function wordSpans(text: string): Span[] {
  const points = new Map(offsets(text).map((at, point) => [at, point]));
  return [...text.matchAll(WORD)].map(({ index, 0: found }) => [points.get(index) ?? 0, points.get(index + found.length) ?? 0]);
}

/** The words after a step. From nowhere it begins with the first word. */
export function stepped(text: string, from: Span | null, step: Step): Span | null {
  const all = wordSpans(text);
  const first = all.findIndex(([, end]) => from !== null && end > from[0]);
  if (from === null || first < 0) return all[0] ?? null;
  const last = Math.max(first, all.findLastIndex(([start]) => start < from[1]));
  const at = (index: number): Span => all[Math.min(all.length - 1, Math.max(0, index))] as Span;
  switch (step) {
    case 'next':
      return at(last + 1);
    case 'previous':
      return at(first - 1);
    case 'longer':
      return [at(first)[0], at(last + 1)[1]];
    case 'shorter':
      return [at(first)[0], at(Math.max(first, last - 1))[1]];
    default:
      return at(first + (step === 'down' ? 1 : -1) * LINE);
  }
}

/** Words that up and down go over: about those of a line. */
const LINE = 12;
