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

/** At most `most` bars of equal width over all days; days without one are bars of 0. Days are numbers since 1970. */
export function bars(days: readonly number[], most = 160): Bar[] {
  if (!days.length) return [];
  let first = Infinity;
  let last = -Infinity;
  for (const day of days) {
    if (day < first) first = day;
    if (day > last) last = day;
  }
  const span = last - first + 1;
  const width = STEPS.map((step) => step / DAY).find((step) => span / step <= most) ?? Math.ceil(span / most);
  const made = Array.from({ length: Math.ceil(span / width) }, (_, i) => ({
    start: first + i * width,
    end: first + (i + 1) * width - 1,
    count: 0,
  }));
  for (const day of days) (made[Math.floor((day - first) / width)] as Bar).count += 1;
  return made;
}
