/** Reasons of rules in the reader's language: by their code where there is one, else the sentence as it stands. */
import { reasonsInArabic } from '../strings/reasons.ar';
import type { Told } from './types';
import { label, number, reader } from './words.svelte';

export interface Reason {
  text: string;
  /** The language that the text is in. */
  lang: string;
}

export function reason({ says, reason_code: code, reason_values: values }: Told): Reason {
  const template = reader.language === 'ar' && code ? reasonsInArabic[code] : undefined;
  if (!template) return { text: says, lang: 'en' };
  const text = template.replace(/\{(\w+)(?::(\w+))?\}/g, (_, name: string, family?: string) => {
    const value = values[name] ?? '';
    if (typeof value === 'number') return number(value);
    return family ? label(family, value) : `\u2068${value}\u2069`; // words of the report keep their own direction
  });
  return { text, lang: reader.language };
}

/** Several in a line, each with what it counts where it does. */
export function reasonLine(all: readonly (Told & { counts?: number | null })[]): Reason {
  const each = all.map((one) => ({ ...reason(one), counts: one.counts }));
  const signed = (counts: number): string => `${counts < 0 ? '−' : '+'}${number(Math.abs(counts))}`;
  const text = each.map(({ text: says, counts }) => (typeof counts === 'number' ? `${says} (\u2066${signed(counts)}\u2069)` : says));
  return { text: text.join(reader.language === 'ar' ? '؛ ' : '; '), lang: each.every(({ lang }) => lang !== 'en') ? reader.language : 'en' };
}
