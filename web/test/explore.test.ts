import { describe, expect, test } from 'vitest';
import { asked } from '../src/lib/api';
import { FAMILIES } from '../src/lib/families';
import { fromQuery, isEmpty, toQuery } from '../src/lib/filters';
import { fromColumns, within } from '../src/lib/points';
import { bars, bulk, dayNumber, iso, whole } from '../src/lib/timeline';
import { ring } from '../src/explore/unwrap';
import { en } from '../src/strings/en';

describe('filters in the address', () => {
  test('what is written is what is read', () => {
    const query = new URLSearchParams('event=shelling,air_strike&contested=true&since=2024-01-01&text=Idlib');
    expect(new URLSearchParams(toQuery(fromQuery(query))).get('event')).toBe('shelling,air_strike');
    expect(fromQuery(new URLSearchParams(toQuery(fromQuery(query))))).toEqual(fromQuery(query));
  });
  test('a day that is none is left out', () => expect(fromQuery(new URLSearchParams('since=yesterday')).since).toBe(''));
  test('nothing asked is empty', () => expect(isEmpty(fromQuery(new URLSearchParams()))).toBe(true));
  test('the API is asked under its own names', () => {
    expect(asked(fromQuery(new URLSearchParams('event=shelling,air_strike&until=2024-02-01')))).toMatchObject({
      event: 'shelling|air_strike',
      EndDate: '2024-02-01',
    });
  });
});

describe('the timeline', () => {
  test('counts every incident once', () => {
    const days = ['2024-01-01', '2024-01-01', '2024-01-03', '2029-06-30'].map(dayNumber);
    const made = bars(days, whole(days));
    expect(made.reduce((sum, bar) => sum + bar.count, 0)).toBe(4);
    expect(made.length).toBeLessThanOrEqual(160);
    expect(iso(made[0]!.start)).toBe('2024-01-01');
  });
  test('has a bar a day for a month, empty days too', () => {
    const days = ['2024-01-01', '2024-01-31'].map(dayNumber);
    expect(bars(days, whole(days))).toHaveLength(31);
  });
  test('of nothing is empty', () => expect(bars([], bulk([]))).toEqual([]));
  test('shows the bulk where a few days are far, and counts only what it shows', () => {
    const month = Array.from({ length: 31 }, (_, i) => dayNumber('2024-01-01') + i);
    const days = [dayNumber('1998-08-07'), ...month, dayNumber('2031-01-01')];
    const [first, last] = bulk(days)!;
    expect([iso(first), iso(last)]).toEqual(['2023-12-29', '2024-02-02']);
    expect(bars(days, bulk(days)).reduce((sum, bar) => sum + bar.count, 0)).toBe(31);
  });
  test.each([
    ['even days', Array.from({ length: 100 }, (_, i) => i * 7)],
    ['two far days', [0, 9000]],
    ['one day', [5]],
  ])('shows all of %s', (_, days) => expect(bulk(days)).toEqual([days[0], days.at(-1)]));
});

describe('points in a window', () => {
  const columns = {
    id: ['one', 'long', 'undated'],
    lon: [1, 2, 3],
    lat: [1, 2, 3],
    first: ['2024-01-05', '2024-01-01', null],
    last: ['2024-01-05', '2024-02-01', null],
    event: ['shelling', 'air_strike', 'attack'],
    killed: [null, 3, 0],
    contested: [false, true, false],
  };
  const ids = (since: string, until: string) => within(fromColumns(columns), since, until).map(({ id }) => id);
  test.each([
    ['', '', ['one', 'long', 'undated']],
    ['2024-01-10', '2024-01-20', ['long']],
    ['', '2024-01-05', ['one', 'long']],
    ['2024-03-01', '', []],
  ])('%s to %s', (since, until, found) => expect(ids(since, until)).toEqual(found));
  test('an empty record has none', () => expect(fromColumns({} as typeof columns)).toEqual([]));
});

test('every event code has a family', () => {
  const codes = Object.keys(en).filter((key) => key.startsWith('event.')).map((key) => key.slice(6));
  expect(Object.values(FAMILIES).flatMap(({ codes: own }) => own).sort()).toEqual(codes.sort());
});

describe('rings over the 180th meridian', () => {
  test('go on past it', () => {
    const lons = ring([[179, 60], [-179, 60], [-179, 50], [179, 50], [179, 60]]).map(([lon]) => lon);
    expect(lons).toEqual([179, 181, 181, 179, 179]);
  });
});
