/** Reasons of rules in the reader's language: by their code where there is one, else the sentence as it stands. */
import { problemsInArabic } from '../strings/problems.ar';
import { namesInArabic, readingsInArabic } from '../strings/readings.ar';
import { reasonsInArabic } from '../strings/reasons.ar';
import type { Claim, Told, Trouble } from './types';
import { label, number, reader } from './words.svelte';

export interface Reason {
  text: string;
  /** The language that the text is in. */
  lang: string;
}

const ARABIC: Readonly<Record<string, string>> = { ...reasonsInArabic, ...readingsInArabic, ...problemsInArabic };

export function reason({ says, reason_code: code, reason_values: values }: Told): Reason {
  const template = reader.language === 'ar' && code ? ARABIC[code] : undefined;
  if (!template) return { text: says, lang: 'en' };
  const text = template.replace(/\{(\w+)(?::(\w+))?\}/g, (_, name: string, family?: string) => {
    const value = values[name] ?? '';
    if (typeof value === 'number') return number(value);
    if (typeof value === 'object') return reason(value).text; // a reason within a reason
    return family ? (namesInArabic[`${family}.${value}`] ?? label(family, value)) : `\u2068${value}\u2069`; // words of the report keep their own direction
  });
  return { text, lang: reader.language };
}

/** Several in a line, each with what it counts where it does. */
export function reasonLine(all: readonly (Told & { counts?: number | null })[]): Reason {
  const each = all.map((one) => ({ ...reason(one), counts: one.counts }));
  const signed = (counts: number): string => `${counts < 0 ? '−' : '+'}${number(Math.abs(counts))}`;
  const text = each.map(({ text: says, counts }) => (typeof counts === 'number' ? `${says} (\u2066${signed(counts)}\u2069)` : says));
  const between = reader.language === 'ar' ? '؛ ' : '; ';
  const joined = text.reduce((line, next) => line + (!line ? '' : line.endsWith('.') ? ' ' : between) + next, ''); // some are whole sentences
  return { text: joined, lang: each.every(({ lang }) => lang !== 'en') ? reader.language : 'en' };
}

/** The steps of one of a claim's reasons. */
export function steps(claim: Claim, sentence: string | undefined): Told[] {
  if (!sentence) return [];
  return claim.told[sentence] ?? [{ says: sentence, reason_code: null, reason_values: {} }];
}

/** What went wrong with a report, as a reason is told. */
export function trouble({ message, reason_code, reason_values }: Trouble): Told {
  return { says: message, reason_code, reason_values };
}
