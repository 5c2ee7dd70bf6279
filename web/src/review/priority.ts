/** In which order incidents wait for review, and what makes one worth looking at. */
import type { Summary } from '../lib/types';

export const ORDERS = ['deadliest', 'disputed', 'doubtful', 'newest', 'oldest'] as const;

/** Days after which an incident is no longer new. */
const NEW = 7;

/** Keys of strings: what makes an incident worth a look, its doubts by name. */
export function whyFirst(incident: Summary, today = new Date()): string[] {
  const age = incident.end ? (today.valueOf() - Date.parse(incident.end)) / 86_400_000 : Infinity;
  const found: [string, boolean][] = [
    ['priority.harm', (incident.fatalities?.high ?? incident.fatalities?.best ?? 0) > 0],
    ['priority.contested', incident.contested.length > 0],
    ['priority.new', age <= NEW],
  ];
  const doubts = incident.doubts.map((doubt) => `doubt.${doubt}`);
  return [...found.filter(([, holds]) => holds).map(([name]) => name), ...doubts];
}
