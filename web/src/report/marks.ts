/** The words of a report that its claims rest on, as marks to be drawn in its text. */
import type { Mark, Span } from '../lib/spans';
import type { Claim, Report, Words } from '../lib/types';

export const SLOTS = ['sources', 'when', 'where', 'attackers', 'targets', 'weapons', 'count', 'harm'] as const;
export type SlotName = (typeof SLOTS)[number];

/** What a claim is, in codes: these rest on its whole quote and have no words of their own. */
export const CODES = ['event', 'stance', 'scope'] as const;
export type CodeName = (typeof CODES)[number];

/** A value of a claim; without words where it is a code, or is yet to be given. */
export interface Spot {
  slot: SlotName | CodeName;
  index: number;
  words: Words | null;
}

export interface Filler extends Spot {
  slot: SlotName;
  words: Words;
}

export function isCode(slot: string): slot is CodeName {
  return (CODES as readonly string[]).includes(slot);
}

export function fillers(claim: Claim): Filler[] {
  return SLOTS.flatMap((slot) => held(claim, slot).map((words, index) => ({ slot, index, words })));
}

/** Where the next value of a slot goes; null where it holds one alone and has it. */
export function vacancy(claim: Claim, slot: SlotName): Spot | null {
  const many = held(claim, slot).length;
  return many && !Array.isArray(claim[slot]) ? null : { slot, index: many, words: null };
}

function held(claim: Claim, slot: SlotName): Words[] {
  const value = claim[slot];
  return value === null ? [] : Array.isArray(value) ? value : [value];
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
