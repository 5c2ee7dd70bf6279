/** The words of a report that its claims rest on, as marks to be drawn in its text. */
import type { Mark, Span } from '../lib/spans';
import type { Claim, Report, Words } from '../lib/types';

export const SLOTS = ['sources', 'when', 'where', 'attackers', 'targets', 'weapons', 'count', 'harm'] as const;
export type SlotName = (typeof SLOTS)[number];

export interface Filler {
  slot: SlotName;
  index: number;
  words: Words;
}

export function fillers(claim: Claim): Filler[] {
  return SLOTS.flatMap((slot) => {
    const value = claim[slot];
    const held: Words[] = value === null ? [] : Array.isArray(value) ? value : [value];
    return held.map((words, index) => ({ slot, index, words }));
  });
}

/** Quotes of every claim as `quote/ID`; the values of the chosen one as `slot/NAME/INDEX`. */
export function marks(report: Report, chosen: string, pointed: Span | null): Mark[] {
  const quotes = report.claims.flatMap((claim) => claim.quotes.map(({ span }) => ({ id: `quote/${claim.id}`, span })));
  const claim = report.claims.find(({ id }) => id === chosen);
  const values = claim ? fillers(claim).map(({ slot, index, words }) => ({ id: `slot/${slot}/${index}`, span: words.span })) : [];
  return [...quotes, ...values, ...(pointed ? [{ id: 'pointed', span: pointed }] : [])];
}

export function spanOf(text: string | null): Span | null {
  const found = /^(\d+)-(\d+)$/.exec(text ?? '');
  return found ? [Number(found[1]), Number(found[2])] : null;
}
