/** What the pages ask of the API, one function a question. Paths and parameters stand here and nowhere else. */
import type { Deed } from '../incident/deed';
import type { Filters } from './filters';
import { get, send, type Answer } from './http';
import { fromColumns, type Columns, type Point } from './points';
import type { Incident, Report, Summary, Trouble } from './types';

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
  published: string | null;
  title: string;
  outlet: string;
}

export interface Added {
  reports: Report[];
  problems: Trouble[];
}

/** Read a text or what is at an address; `keep` false is to look at it first. */
export async function addText(draft: Draft, keep: boolean): Promise<Added> {
  return (await send<Added>('POST', `/reports?keep=${keep}`, { ...draft, published: draft.published || null })).body;
}

export async function addFile(file: File, published: string | null, keep: boolean): Promise<Added> {
  const form = new FormData();
  form.set('file', file);
  if (published) form.set('published', published);
  return (await send<Added>('POST', `/reports/file?keep=${keep}`, form)).body;
}
