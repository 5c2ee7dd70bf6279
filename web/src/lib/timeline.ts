/** Incidents counted by day, week, month or year: the bars of the timeline. */
export interface Bar {
  start: number;
  end: number;
  count: number;
}

export const DAY = 86_400_000;
const STEPS = [DAY, 7 * DAY, 30 * DAY, 91 * DAY, 365 * DAY];

export function dayNumber(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / DAY;
}

export function iso(dayNumber: number): string {
  return new Date(Math.round(dayNumber) * DAY).toISOString().slice(0, 10);
}

/** First and last day, as numbers since 1970. */
export type Stretch = readonly [number, number];

const BULK = 0.9;
const FAR = 2;

/** From the first day to the last; null where there is none. The days are in order. */
export function whole(days: readonly number[]): Stretch | null {
  return days.length ? [days[0] as number, days.at(-1) as number] : null;
}

/**
 * The days to show at first, so that a few far ones do not press all others into one bar: the shortest stretch with
 * nine of ten incidents and a tenth of its length on either side; the whole where that is not twice as long.
 */
export function bulk(days: readonly number[]): Stretch | null {
  const all = whole(days);
  if (!all) return null;
  const many = Math.ceil(days.length * BULK);
  let [first, last] = all;
  for (let i = 0; i + many <= days.length; i++) {
    const [start, end] = [days[i] as number, days[i + many - 1] as number];
    if (end - start < last - first) [first, last] = [start, end];
  }
  if (all[1] - all[0] + 1 < FAR * (last - first + 1)) return all;
  const room = Math.ceil((last - first + 1) / 10);
  return [Math.max(all[0], first - room), Math.min(all[1], last + room)];
}

/** At most `most` bars of equal width over a stretch of days; days without an incident are bars of 0. */
export function bars(days: readonly number[], stretch: Stretch | null, most = 160): Bar[] {
  if (!stretch) return [];
  const [first, last] = stretch;
  const span = last - first + 1;
  const width = STEPS.map((step) => step / DAY).find((step) => span / step <= most) ?? Math.ceil(span / most);
  const made = Array.from({ length: Math.ceil(span / width) }, (_, i) => ({
    start: first + i * width,
    end: first + (i + 1) * width - 1,
    count: 0,
  }));
  for (const day of days) {
    if (day >= first && day <= last) (made[Math.floor((day - first) / width)] as Bar).count += 1;
  }
  return made;
}
