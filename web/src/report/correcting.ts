/** What a corrected value stands for, besides its words: the fields of its slot, filled with what is there now. */
import type { Claim } from '../lib/types';
import type { Filler } from './marks';

export interface Field {
  name: string;
  kind: 'text' | 'number' | 'date' | 'choice';
  value: string;
  choices?: readonly string[];
}

const HARMS = ['killed', 'injured', 'displaced', 'abducted', 'arrested', 'missing', 'besieged'];
const SOURCES = ['witness', 'resident', 'rescuer', 'medic', 'monitor', 'activist', 'belligerent', 'government', 'un', 'ngo', 'media', 'unnamed', 'person', 'other'];

export function fields(claim: Claim, { slot, index }: Filler): Field[] {
  const shown = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
  const counted = (held: { low: number | null; high: number | null } | null | undefined): Field[] => [
    { name: 'low', kind: 'number', value: shown(held?.low) },
    { name: 'high', kind: 'number', value: shown(held?.high) },
  ];
  switch (slot) {
    case 'harm': {
      const harm = claim.harm[index];
      const kind: Field = { name: 'kind', kind: 'choice', value: harm?.kind ?? 'killed', choices: HARMS };
      return [kind, { name: 'who', kind: 'text', value: harm?.who ?? 'people' }, ...counted(harm)];
    }
    case 'count':
      return counted(claim.count);
    case 'when':
      return [
        { name: 'start', kind: 'date', value: shown(claim.when?.start) },
        { name: 'end', kind: 'date', value: shown(claim.when?.end) },
      ];
    case 'where': {
      const place = claim.where[index];
      return [
        { name: 'name', kind: 'text', value: shown(place?.name) },
        { name: 'lat', kind: 'number', value: shown(place?.lat) },
        { name: 'lon', kind: 'number', value: shown(place?.lon) },
      ];
    }
    case 'sources':
      return [{ name: 'kind', kind: 'choice', value: claim.sources[index]?.kind ?? 'other', choices: SOURCES }];
    default:
      return [];
  }
}

/** The fields as the API takes them: numbers as numbers, what is left empty as null. */
export function given(filled: readonly Field[]): Record<string, string | number | null> {
  return Object.fromEntries(
    filled.map(({ name, kind, value }) => {
      if (!value.trim()) return [name, null];
      return [name, kind === 'number' ? Number(value) : value.trim()];
    }),
  );
}
