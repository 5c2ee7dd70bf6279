/** What the pages ask of the API, one function a question. Paths and parameters stand here and nowhere else. */
import type { Deed } from '../incident/deed';
import type { Filters } from './filters';
import { address, get, send } from './http';
import { live } from './live.svelte';
import { fromColumns, type Columns, type Point } from './points';
import type { Account, Incident, Judgement, Place, Report, Summary, Told, Trouble } from './types';

export interface Page<T> {
  data: T[];
  next: string | null;
  total?: number | null;
}

export type TableRow = Record<string, string | number | null>;

type Query = Record<string, string | number | boolean>;

/** Filters under the API's names, some of them ACLED's or UCDP's. */
export function asked({ event, contested, since, until, text, country, killed, ...same }: Partial<Filters>): Query {
  return {
    ...same,
    event: event?.join('|') ?? '',
    contested: contested ?? false,
    StartDate: since ?? '',
    EndDate: until ?? '',
    q: text ?? '',
    iso: country ?? '',
    fatalities: killed ?? '',
  };
}

export async function incidentList(filters: Partial<Filters>, cursor: string | null, signal?: AbortSignal): Promise<Page<Summary>> {
  return get<Page<Summary>>('/incidents', { ...asked(filters), limit: 60, cursor: cursor ?? '' }, signal);
}

export async function pointList(filters: Partial<Filters>, signal?: AbortSignal): Promise<Point[]> {
  return fromColumns(await get<Columns>('/points', { ...asked(filters), format: 'columns' }, signal));
}

/** Formats in which claims are taken away. */
export const FORMATS = { csv: 'CSV', geojson: 'GeoJSON', jsonl: 'JSON lines' } as const;

/** Where a browser gets the claims of these incidents as a file. */
export function download(filters: Partial<Filters>, format: keyof typeof FORMATS): string {
  return address('/download', { ...asked(filters), format });
}

export async function incidentPage(id: string): Promise<Incident> {
  return get<Incident>(`/incidents/${encodeURIComponent(id)}`);
}

/** The incident that a claim is of now; null where its report no longer makes it. */
export async function incidentOf(claim: Account): Promise<string | null> {
  const { claims } = await reportPage(claim.report.id);
  return claims.find(({ id }) => id === claim.id)?.incident ?? null;
}

export async function reportPage(id: string): Promise<Report> {
  return get<Report>(`/reports/${encodeURIComponent(id)}`);
}

/** `version`: that of the incident as the reader saw it. With another the API keeps nothing and answers 412. */
export async function judge(deed: Deed, version: string): Promise<Judgement> {
  const kept = await send<Judgement>('POST', '/judgements', { ...deed, version });
  live.own({ reports: 0, judgements: 1 });
  return kept;
}

/** Somebody whom incidents can be assigned to. */
export interface Person {
  name: string;
  role: string;
}

export async function people(): Promise<Person[]> {
  return (await get<{ data: Person[] }>('/people')).data;
}

export type Queued = Summary & { status: string; assigned: string | null; awaiting: boolean };

export interface QueueFilters {
  status: string;
  order: string;
  contested: boolean;
  awaiting: boolean;
  assigned: string;
}

export async function queue(wanted: QueueFilters, cursor: string | null): Promise<Page<Queued>> {
  return get<Page<Queued>>('/queue', { ...wanted, cursor: cursor ?? '', limit: 100 });
}

export async function table(name: 'sources' | 'actors' | 'places', text: string, cursor: string | null): Promise<Page<TableRow>> {
  return get<Page<TableRow>>(`/${name}`, { q: text, cursor: cursor ?? '', limit: 100 });
}

/** What somebody says of a report that they add, over what it says itself; "" where they say nothing. */
export interface Known {
  title: string;
  outlet: string;
  published: string;
}

export interface Draft extends Known {
  text: string;
  url: string;
}

export interface Added {
  reports: Report[];
  problems: Trouble[];
}

/** Read a text or what is at an address; `keep` false is to look at it first. */
export async function addText(draft: Draft, keep: boolean): Promise<Added> {
  return noted(await send<Added>('POST', `/reports?keep=${keep}`, { ...draft, published: draft.published || null }), keep);
}

function noted(added: Added, keep: boolean): Added {
  if (keep) live.own({ reports: added.reports.length, judgements: 0 });
  return added;
}

export async function addFile(file: File, known: Known, keep: boolean): Promise<Added> {
  const form = new FormData();
  form.set('file', file);
  for (const [field, said] of Object.entries(known)) if (said) form.set(field, said);
  return noted(await send<Added>('POST', `/reports/file?keep=${keep}`, form), keep);
}

/** Incidents by their words; one by its id, or the letters that it begins with. */
export async function search(text: string): Promise<Summary[]> {
  if (/^i-[0-9a-f]+$/.test(text)) return [summaryOf(await incidentPage(text))];
  return (await get<{ incidents: Summary[] }>('/search', { q: text, limit: 20 })).incidents;
}

/** An incident near another, and how alike the linker finds them: from `bar` on they would be one. */
export type Near = Summary & { km: number | null; days: number | null; likeness: Likeness | null };

export interface Likeness {
  total: number;
  barred: boolean;
  why: (Told & { counts: number })[];
}

export async function neighbours(id: string, order: 'nearest' | 'likest'): Promise<{ bar: number; data: Near[] }> {
  return get(`/incidents/${encodeURIComponent(id)}/nearby`, { km: 50, days: 7, limit: 12, order });
}

/** A place that words may name; `km` is how far it is from the report's other places. */
export interface Named {
  value: Place;
  population: number;
  km: number | null;
}

export async function placesNamed(words: string, report: string): Promise<Named[]> {
  return (await get<{ data: Named[] }>('/gazetteer', { q: words, report, limit: 8 })).data;
}

/** The days that words mean, counted from the report's date; none where they name none. */
export async function daysMeant(words: string, report: string): Promise<{ start: string | null; end: string | null; precision: string }[]> {
  const found = await get<{ data: { value: { start: string | null; end: string | null; precision: string } }[] }>('/days', { q: words, report });
  return found.data.map(({ value }) => value);
}

/** A token for programs; its secret is told once, when it is made. */
export interface Token {
  id: string;
  name: string;
  role: string | null;
  made: string;
  ends: string | null;
}

export async function tokens(): Promise<Token[]> {
  return (await get<{ data: Token[] }>('/tokens')).data;
}

export async function makeToken(name: string, days: number, role: string): Promise<Token & { token: string }> {
  return send('POST', '/tokens', { name, days, role });
}

export async function revokeToken(id: string): Promise<void> {
  await send('DELETE', `/tokens/${encodeURIComponent(id)}`, {});
}

/** Somebody's account as admins see it; `password` only where one was just made. */
export interface TeamAccount {
  name: string;
  role: string;
  /** By whom or what: "person", "failures", or null. */
  locked: string | null;
  password?: string;
}

export type AccountChange = { role: string } | { locked: boolean } | { new_password: true };

export async function accounts(): Promise<TeamAccount[]> {
  return (await get<{ data: TeamAccount[] }>('/accounts')).data;
}

export async function addAccount(name: string, role: string): Promise<TeamAccount> {
  return send('POST', '/accounts', { name, role });
}

export async function changeAccount(name: string, change: AccountChange): Promise<TeamAccount> {
  return send('PATCH', `/accounts/${encodeURIComponent(name)}`, change);
}

export async function removeAccount(name: string): Promise<void> {
  await send('DELETE', `/accounts/${encodeURIComponent(name)}`, {});
}

function summaryOf({ place, grade, voices, claims, contradictions, doubts, ...rest }: Incident): Summary {
  return {
    ...rest,
    doubts: doubts.map(({ code }) => code),
    place: place?.name ?? null,
    admin: place?.admin ?? [],
    country: place?.country ?? null,
    lat: place?.lat ?? null,
    lon: place?.lon ?? null,
    grade: grade.grade,
    voices: voices.length,
    claims: claims.length,
    contested: contradictions.map(({ about }) => about),
  };
}
