import { describe, expect, test } from 'vitest';
import { ar } from '../src/strings/ar';
import { en, type Key } from '../src/strings/en';

import { problemsInArabic } from '../src/strings/problems.ar';
import { namesInArabic, readingsInArabic } from '../src/strings/readings.ar';
import { reasonsInArabic } from '../src/strings/reasons.ar';
import meansTable from '../../src/aftermath/extract/tables/means.tsv?raw';
import problemsTable from '../../src/aftermath/export/problems.tsv?raw';
import readingsTable from '../../src/aftermath/export/readings.tsv?raw';
import reasonsTable from '../../src/aftermath/export/reasons.tsv?raw';

const keys = Object.keys(en) as Key[];
const counted = [...new Set(keys.filter((key) => key.endsWith('.other')).map((key) => key.slice(0, -6)))].filter(
  (what) => !['source', 'column'].includes(what),
);
/** The singular of English has another form in Arabic; it is never looked up there. */
const forms = (language: string): string[] => new Intl.PluralRules(language).resolvedOptions().pluralCategories;

test('Arabic has every string', () => {
  expect(keys.filter((key) => !(key in ar))).toEqual([]);
});

test('Arabic has no string that English lacks, but for its own plural forms', () => {
  const plurals = counted.flatMap((what) => forms('ar').map((form) => `${what}.${form}`));
  expect(Object.keys(ar).filter((key) => !(key in en) && !plurals.includes(key))).toEqual([]);
});

test('what is counted has the forms of its language', () => {
  const lacking = (language: string, held: object, form: (what: string) => string[]) =>
    counted.filter((what) => what !== 'claimNumber').flatMap(form).filter((key) => !(key in held)).map((key) => `${language} ${key}`);
  expect(lacking('en', en, (what) => forms('en').map((form) => `${what}.${form}`))).toEqual([]);
  // Of nothing the form for many will do where there is no own one.
  expect(lacking('ar', ar, (what) => ['one', 'two', 'few', 'many', 'other'].map((form) => `${what}.${form}`))).toEqual([]);
});

test('a string asks for the same values in both', () => {
  const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();
  const singular = /\.(zero|one|two)$/;
  const wrong = keys.filter((key) => !singular.test(key) && `${holes(en[key])}` !== `${holes(ar[key] ?? '')}`);
  expect(wrong).toEqual([]);
});

test('no string is left that nothing in the app asks for', () => {
  const sources = Object.values(import.meta.glob('../src/**/*.{ts,svelte}', { query: '?raw', import: 'default', eager: true })) as string[];
  const code = sources.filter((text) => !text.startsWith('/** What the app says')).join('\n');
  // Keys with a dot are put together from a family and a code.
  expect(keys.filter((key) => !key.includes('.') && !new RegExp(`'${key}'`).test(code))).toEqual([]);
});

test('every kind of weapon that the reading knows has a name', () => {
  const kinds = meansTable.split('\n').filter((line) => line && !line.startsWith('#')).slice(1).map((line) => line.split('\t')[1]);
  expect([...new Set(kinds)].filter((kind) => kind && !(`weapon.${kind}` in en))).toEqual([]);
});

const TABLES = {
  reasons: [reasonsTable, reasonsInArabic],
  readings: [readingsTable, readingsInArabic],
  problems: [problemsTable, problemsInArabic],
} as const;

describe.each(Object.entries(TABLES))('sentences of %s', (_, [table, inArabic]) => {
  const rows = table.split('\n').filter((line) => line && !line.startsWith('#')).slice(1).map((line) => line.split('\t') as [string, string]);
  const names = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name).sort();
  test('each is said in Arabic, and none that is no longer given', () => {
    expect(Object.keys(inArabic).sort()).toEqual([...new Set(rows.map(([code]) => code))].sort());
  });
  test.each(rows)('%s has its values', (code, says) => expect(names(inArabic[code] ?? '')).toEqual(names(says)));
});

test('codes within sentences are named only where a sentence has such', () => {
  const families = Object.values(TABLES).flatMap(([, inArabic]) => Object.values(inArabic).flatMap((text) => [...text.matchAll(/\{\w+:(\w+)\}/g)].map(([, family]) => family)));
  expect(Object.keys(namesInArabic).filter((key) => !families.includes(key.split('.')[0]))).toEqual([]);
});
