import { family, type Family } from './families';
import { dayNumber } from './timeline';

/** An incident as the map and the timeline need it. `day` counts from 1970; null where no account gives one. */
export interface Point {
  id: string;
  lon: number;
  lat: number;
  day: number | null;
  last: number | null;
  family: Family;
  killed: number | null;
  contested: boolean;
}

/** Points as the API sends them: a list for each column. An empty record has no columns. */
export interface Columns {
  id?: string[];
  lon: number[];
  lat: number[];
  first: (string | null)[];
  last: (string | null)[];
  event: string[];
  killed: (number | null)[];
  contested: boolean[];
}

export function fromColumns(columns: Columns): Point[] {
  return (columns.id ?? []).map((id, i) => ({
    id,
    lon: columns.lon[i] as number,
    lat: columns.lat[i] as number,
    day: number(columns.first[i]),
    last: number(columns.last[i]),
    family: family(columns.event[i] as string),
    killed: columns.killed[i] ?? null,
    contested: Boolean(columns.contested[i]),
  }));
}

function number(day: string | null | undefined): number | null {
  return day ? dayNumber(day) : null;
}

/** Those whose days touch the window; all where it has no ends. One without a day is in no window. */
export function within(points: readonly Point[], since: string, until: string): readonly Point[] {
  if (!since && !until) return points;
  const first = since ? dayNumber(since) : -Infinity;
  const last = until ? dayNumber(until) : Infinity;
  return points.filter(({ day, last: end }) => day !== null && day <= last && (end ?? day) >= first);
}
