/** In which order incidents wait for review, and what makes one worth looking at. */
import type { Summary } from '../lib/types';

export const ORDERS = ['deadliest', 'newest', 'oldest'] as const;

/** Days after which an incident is no longer new. */
const NEW = 7;

export function whyFirst(incident: Summary, today = new Date()): string[] {
  const age = incident.end ? (today.valueOf() - Date.parse(incident.end)) / 86_400_000 : Infinity;
  const found: [string, boolean][] = [
    ['harm', (incident.fatalities?.high ?? incident.fatalities?.best ?? 0) > 0],
    ['contested', incident.contested.length > 0],
    ['new', age <= NEW],
    ['doubtful', incident.grade === 'weak' || incident.voices < 2],
  ];
  return found.filter(([, holds]) => holds).map(([name]) => name);
}
