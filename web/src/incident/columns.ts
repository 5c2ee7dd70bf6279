/** Accounts side by side: a column for each standing that a source has towards what it tells. */
import type { Account, Incident } from '../lib/types';

export const STANDINGS = {
  scene: ['witness', 'resident', 'rescuer', 'medic'],
  monitors: ['monitor', 'activist', 'un', 'ngo'],
  parties: ['belligerent', 'government'],
  press: ['media', 'other', 'person', 'unnamed'],
} as const;
export type Column = keyof typeof STANDINGS;

export function columns({ claims }: Incident): [Column, Account[]][] {
  const names = Object.keys(STANDINGS) as Column[];
  const found = names.map((name): [Column, Account[]] => [name, claims.filter((account) => column(account) === name)]);
  return found.filter(([, own]) => own.length);
}

/** By the kind of the first source; the report's own voice is the press. */
export function column({ sources }: Account): Column {
  const kind = sources[0]?.kind ?? 'media';
  const found = (Object.keys(STANDINGS) as Column[]).find((name) => (STANDINGS[name] as readonly string[]).includes(kind));
  return found ?? 'press';
}
