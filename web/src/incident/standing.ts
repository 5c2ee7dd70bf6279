/**
 * What an incident's accounts say on each matter, and how it stands: agreed by several voices,
 * said by one, contested, or said by nobody. Counts voices, not claims: copies are one voice.
 */
import type { Claim, Incident } from '../lib/types';

export const MATTERS = ['event', 'day', 'place', 'perpetrator', 'target', 'weapon', 'killed', 'injured'] as const;
export type Matter = (typeof MATTERS)[number];
export type Standing = 'agreed' | 'said' | 'contested' | 'unknown';

export interface Said {
  value: string;
  claims: string[];
  voices: number;
}

export interface Row {
  matter: Matter;
  standing: Standing;
  said: Said[];
}

/** Contradictions are named by what accounts differ on; these are the matters that they make contested. */
const DIFFERS: Partial<Record<string, Matter[]>> = {
  toll: ['killed', 'injured'],
  perpetrator: ['perpetrator'],
  target: ['target'],
  status: ['target'],
  place: ['place'],
  day: ['day'],
  occurrence: ['event'],
};

const ONE_NUMBER = new Set<Matter>(['killed', 'injured']);

const VALUES: Record<Matter, (claim: Claim) => string[]> = {
  event: (claim) => [claim.event],
  day: (claim) => (claim.when?.start ? [span(claim.when.start, claim.when.end)] : []),
  place: (claim) => claim.where.map((place) => place.name || place.text),
  perpetrator: (claim) => claim.attackers.map(({ actor, text }) => actor?.name ?? text),
  target: (claim) => claim.targets.map(({ text }) => text),
  weapon: (claim) => claim.weapons.map(({ kind, text }) => kind ?? text),
  killed: (claim) => harmed(claim, 'killed'),
  injured: (claim) => harmed(claim, 'injured'),
};

export function standings(incident: Incident): Row[] {
  return MATTERS.map((matter) => row(matter, incident));
}

function row(matter: Matter, incident: Incident): Row {
  const said = gathered(matter, incident);
  return { matter, said, standing: standing(matter, said, incident) };
}

function standing(matter: Matter, said: Said[], incident: Incident): Standing {
  if (!said.length) return 'unknown';
  const about = incident.contradictions.flatMap((contradiction) => DIFFERS[contradiction.about] ?? []);
  // Where the toll is disputed it may be that of the dead alone: the injured are not if one number is said.
  const isDisputed = about.includes(matter) && (said.length > 1 || !ONE_NUMBER.has(matter));
  if (isDisputed) return 'contested';
  return said.some(({ voices }) => voices > 1) ? 'agreed' : 'said';
}

/** Equal values together, those of most voices first. What is denied or only planned is nobody's statement of fact. */
function gathered(matter: Matter, incident: Incident): Said[] {
  const found = new Map<string, Said>();
  for (const claim of incident.claims) {
    if (claim.stance === 'denied' || claim.stance === 'planned') continue;
    for (const value of new Set(VALUES[matter](claim))) {
      const key = value.toLowerCase();
      const said = found.get(key) ?? { value, claims: [], voices: 0 };
      said.claims.push(claim.id);
      found.set(key, said);
    }
  }
  for (const said of found.values()) said.voices = voicesOf(said.claims, incident);
  return [...found.values()].sort((one, other) => other.voices - one.voices);
}

export function voicesOf(claims: readonly string[], incident: Incident): number {
  const own = incident.voices.filter((voice) => voice.claims.some((claim) => claims.includes(claim)));
  return Math.max(1, own.length);
}

function harmed(claim: Claim, kind: string): string[] {
  return claim.harm
    .filter((harm) => harm.kind === kind && harm.part_of === null && (harm.low !== null || harm.high !== null))
    .map(({ low, high }) => `${low ?? ''}/${high ?? ''}`);
}

function span(start: string, end: string | null): string {
  return end && end !== start ? `${start}/${end}` : start;
}
