/** What the pages ask of the API, one function a question. Paths and parameters stand here and nowhere else. */
import type { Deed } from '../incident/deed';
import type { Filters } from './filters';
import { get, send, type Answer } from './http';
import { fromColumns, type Columns, type Point } from './points';
import type { Incident, Report, Summary } from './types';

export interface Page<T> {
  data: T[];
  next: string | null;
  total?: number | null;
}

export type TableRow = Record<string, string | number | null>;

type Query = Record<string, string | number | boolean>;

/** Filters under the API's names, some of them ACLED's or UCDP's. */
export function asked({ event, grade, contested, since, until, text, bbox }: Partial<Filters>): Query {
  return {
    event: event?.join('|') ?? '',
    grade: grade ?? '',
    contested: contested ?? false,
    StartDate: since ?? '',
    EndDate: until ?? '',
    q: text ?? '',
    bbox: bbox ?? '',
  };
}

export async function incidentList(filters: Partial<Filters>, cursor: string | null, signal?: AbortSignal): Promise<Page<Summary>> {
  return (await get<Page<Summary>>('/incidents', { ...asked(filters), limit: 60, cursor: cursor ?? '' }, signal)).body;
}

export async function pointList(filters: Partial<Filters>, signal?: AbortSignal): Promise<Point[]> {
  return fromColumns((await get<Columns>('/points', { ...asked(filters), format: 'columns' }, signal)).body);
}

export async function incidentPage(id: string): Promise<Answer<Incident>> {
  return get<Incident>(`/incidents/${encodeURIComponent(id)}`);
}

export async function reportPage(id: string): Promise<Answer<Report>> {
  return get<Report>(`/reports/${encodeURIComponent(id)}`);
}

export async function judge(deed: Deed, etag: string): Promise<void> {
  await send('POST', '/judgements', deed, etag);
}

export async function table(name: 'sources' | 'actors' | 'places', text: string, cursor: string | null): Promise<Page<TableRow>> {
  return (await get<Page<TableRow>>(`/${name}`, { q: text, cursor: cursor ?? '', limit: 100 })).body;
}

export interface Draft {
  text: string;
  url: string;
  published: string;
  title: string;
  outlet: string;
}

/** Read without keeping, to be looked at first. */
export async function read(draft: Draft): Promise<Report[]> {
  return (await send<Report[]>('POST', '/read', draft)).body;
}

export async function keep(draft: Draft): Promise<{ kept: string[]; known: string[] }> {
  return (await send<{ kept: string[]; known: string[] }>('POST', '/reports', draft)).body;
}
