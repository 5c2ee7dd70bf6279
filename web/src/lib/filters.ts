/** What the reader asked to see, as it stands in the address. */
export interface Filters {
  event: string[];
  grade: string;
  contested: boolean;
  since: string;
  until: string;
  text: string;
  bbox: string;
}

const WORDS = ['grade', 'since', 'until', 'text', 'bbox'] as const;

export function fromQuery(query: URLSearchParams): Filters {
  return {
    event: (query.get('event') ?? '').split(',').filter(Boolean),
    grade: query.get('grade') ?? '',
    contested: query.get('contested') === 'true',
    since: day(query.get('since')),
    until: day(query.get('until')),
    text: query.get('text') ?? '',
    bbox: query.get('bbox') ?? '',
  };
}

/** Changes to the address that make it say these filters; "" takes one out. */
export function toQuery(filters: Partial<Filters>): Record<string, string> {
  const changes: Record<string, string> = {};
  if (filters.event) changes.event = filters.event.join(',');
  for (const name of WORDS) if (filters[name] !== undefined) changes[name] = filters[name];
  if (filters.contested !== undefined) changes.contested = filters.contested ? 'true' : '';
  return changes;
}

/** Without the filters that the page applies itself, to what it has fetched: days and the part of the map. */
export function fetched({ event, grade, contested, text }: Filters): Partial<Filters> {
  return { event, grade, contested, text };
}

export function isEmpty(filters: Filters): boolean {
  return Object.values(toQuery(filters)).every((value) => !value);
}

function day(value: string | null): string {
  return value && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : '';
}
