/** What the reader asked to see, as it stands in the address. */
export interface Filters {
  event: string[];
  grade: string;
  contested: boolean;
  since: string;
  until: string;
  text: string;
  country: string;
  admin1: string;
  place: string;
  actor: string;
  source: string;
  killed: string;
  bbox: string;
}

const WORDS = ['grade', 'text', 'country', 'admin1', 'place', 'actor', 'source', 'bbox'] as const;

export function fromQuery(query: URLSearchParams): Filters {
  const words = Object.fromEntries(WORDS.map((name) => [name, query.get(name) ?? ''])) as Record<(typeof WORDS)[number], string>;
  const killed = query.get('killed') ?? '';
  return {
    ...words,
    event: (query.get('event') ?? '').split(',').filter(Boolean),
    contested: query.get('contested') === 'true',
    since: day(query.get('since')),
    until: day(query.get('until')),
    killed: /^\d{1,7}$/.test(killed) ? killed : '',
  };
}

/** Changes to the address that make it say these filters; "" takes one out. */
export function toQuery(filters: Partial<Filters>): Record<string, string> {
  const changes: Record<string, string> = {};
  for (const [name, value] of Object.entries(filters)) {
    changes[name] = Array.isArray(value) ? value.join(',') : value === true ? 'true' : value === false ? '' : value;
  }
  return changes;
}

/** Without the filters that the page applies itself, to what it has fetched: days and the part of the map. */
export function fetched(filters: Filters): Partial<Filters> {
  const { since: _, until: __, bbox: ___, ...rest } = filters;
  return rest;
}

export function isEmpty(filters: Filters): boolean {
  return Object.values(toQuery(filters)).every((value) => !value);
}

function day(value: string | null): string {
  return value && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : '';
}
