/** The API's own snapshots (tests/api/snapshots) have the shapes that the app reads: checked as types, and used. */
import { expect, test } from 'vitest';
import incident from '../../tests/api/snapshots/incident.json';
import days from '../../tests/api/snapshots/days.json';
import gazetteer from '../../tests/api/snapshots/gazetteer.json';
import incidents from '../../tests/api/snapshots/incidents.json';
import nearby from '../../tests/api/snapshots/nearby.json';
import columns from '../../tests/api/snapshots/points-columns.json';
import queue from '../../tests/api/snapshots/queue.json';
import report from '../../tests/api/snapshots/report.json';
import { columns as side } from '../src/incident/columns';
import { standings } from '../src/incident/standing';
import { fromColumns } from '../src/lib/points';
import { words } from '../src/lib/spans';
import type { Named, Near, Queued } from '../src/lib/api';
import type { Incident, Report, Summary } from '../src/lib/types';
import { fillers } from '../src/report/marks';
import { whyFirst } from '../src/review/priority';

/** A type as JSON is seen to have it: pairs are lists of numbers, tables of reasons any objects. */
type Seen<T> = T extends [number, number]
  ? number[]
  : T extends Record<string, string>
    ? object
    : T extends (infer U)[]
      ? Seen<U>[]
      : T extends object
        ? { [K in keyof T]: Seen<T[K]> }
        : T;

const page: Seen<Incident> = incident;
const listed: Seen<Summary>[] = incidents.data;
const queued: Seen<Queued>[] = queue.data;
const read: Seen<Report> = report;
const near: Seen<Near>[] = nearby.data;
const places: Seen<Named>[] = gazetteer.data;

test('a claim of a report is quoted from its text, and its values can be shown', () => {
  const known = read as Report;
  const quotes = known.claims.flatMap((claim) => claim.quotes);
  expect(quotes.map(({ span }) => words(known.text, span))).toEqual(quotes.map(({ text }) => text));
  expect(known.claims.flatMap(fillers).map(({ slot }) => slot)).toContain('harm');
});

test('an incident is shown with each of its claims in a column', () => {
  const known = page as Incident;
  expect(side(known).flatMap(([, own]) => own)).toHaveLength(known.claims.length);
  expect(standings(known)[0]).toMatchObject({ matter: 'event', said: [{ value: known.event }] });
});

test('lists, queue and points are read', () => {
  expect(listed.map(({ id }) => id)).toEqual(expect.arrayContaining([expect.stringMatching(/^i-/)]));
  expect(queued.every((item) => Array.isArray(whyFirst(item as Queued)))).toBe(true);
  expect(fromColumns(columns).map(({ id }) => id)).toEqual(columns.id);
});

test('what is near, and what words may mean, are read', () => {
  expect(near.map(({ id }) => id)).not.toContain(page.id);
  expect(places.every(({ value }) => value.lat !== null)).toBe(true);
  expect(days.data.map(({ value }) => value.start)).toContainEqual(expect.stringMatching(/^\d{4}-/));
});
