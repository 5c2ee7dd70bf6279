/** What a corrected value stands for, besides its words: the fields of its slot, filled with what is there now. */
import { EVENTS, HARMS, SCOPES, SOURCES, STANCES } from '../lib/codes';
import type { Claim } from '../lib/types';
import { isCode, type Spot } from './marks';

export interface Field {
  name: string;
  kind: 'text' | 'number' | 'date' | 'choice';
  value: string;
  choices?: readonly string[];
  /** The family of strings that names the choices. */
  family?: string;
}

export function fields(claim: Claim, { slot, index }: Spot): Field[] {
  const shown = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
  const counted = (held: { low: number | null; high: number | null } | null | undefined): Field[] => [
    { name: 'low', kind: 'number', value: shown(held?.low) },
    { name: 'high', kind: 'number', value: shown(held?.high) },
  ];
  switch (slot) {
    case 'event':
      return [{ name: 'event', kind: 'choice', value: claim.event, choices: EVENTS, family: 'event' }];
    case 'stance':
      return [{ name: 'stance', kind: 'choice', value: claim.stance, choices: STANCES, family: 'stance' }];
    case 'scope':
      return [{ name: 'scope', kind: 'choice', value: claim.scope, choices: SCOPES, family: 'scope' }];
    case 'harm': {
      const harm = claim.harm[index];
      const kind: Field = { name: 'kind', kind: 'choice', value: harm?.kind ?? 'killed', choices: HARMS, family: 'harm' };
      return [kind, { name: 'who', kind: 'text', value: harm?.who ?? 'people' }, ...counted(harm)];
    }
    case 'count':
      return counted(claim.count);
    case 'when':
      return [
        { name: 'start', kind: 'date', value: shown(claim.when?.start) },
        { name: 'end', kind: 'date', value: shown(claim.when?.end) },
      ];
    case 'sources':
      return [{ name: 'kind', kind: 'choice', value: claim.sources[index]?.kind ?? 'other', choices: SOURCES, family: 'source' }];
    case 'targets':
    case 'weapons':
      return [{ name: 'kind', kind: 'text', value: shown(claim[slot][index]?.kind) }];
    default:
      return []; // places have a form of their own; parties are their words
  }
}

/** The fields as the API takes them: a code alone; else numbers as numbers, what is left empty as null. */
export function given(slot: string, filled: readonly Field[]): string | Record<string, string | number | null> {
  if (isCode(slot)) return filled[0]?.value ?? '';
  return Object.fromEntries(
    filled.map(({ name, kind, value }) => {
      if (!value.trim()) return [name, null];
      return [name, kind === 'number' ? Number(value) : value.trim()];
    }),
  );
}
