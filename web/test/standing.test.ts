import { describe, expect, test } from 'vitest';
import { columns } from '../src/incident/columns';
import { standings, type Matter } from '../src/incident/standing';
import type { Account, Incident } from '../src/lib/types';

function account(id: string, more: Partial<Account> = {}): Account {
  const words = { text: '', span: [0, 0] as [number, number] };
  return {
    id, event: 'shelling', scope: 'incident', stance: 'asserted', sources: [{ ...words, kind: 'medic', actor: null }],
    when: null, where: [], attackers: [], targets: [], weapons: [], count: null, harm: [], quotes: [], inferred: {}, why: {}, told: {},
    incident: 'i', linked: '', linked_told: [], report: { id: 'r', title: '', outlet: '', author: '', published: null, language: 'en', url: '' },
    ...more,
  };
}
const killed = (low: number | null, high: number | null): Partial<Account> => ({
  harm: [{ kind: 'killed', who: 'people', low, high, part_of: null, text: '', span: [0, 0] }],
});
function incident(claims: Account[], more: Partial<Incident> = {}): Incident {
  return {
    id: 'i', event: 'shelling', scope: 'incident', start: null, end: null, place: null, claims, tolls: [], contradictions: [],
    positions: [], within: [], doubts: [], fatalities: null, judgements: [], version: 'v', desk: { status: 'unreviewed', assigned: null, awaiting: null }, grade: { grade: 'weak', reasons: [], reasons_told: [], by: 'rule', seconded: '', proposed: null },
    voices: claims.map(({ id }) => ({ name: id, kind: 'medic', claims: [id] })), ...more,
  };
}
const standing = (made: Incident, matter: Matter) => standings(made).find((row) => row.matter === matter)!;

describe('how a matter stands', () => {
  test('two voices of one value agree', () => {
    expect(standing(incident([account('a', killed(3, 3)), account('b', killed(3, 3))]), 'killed').standing).toBe('agreed');
  });
  test('two claims of one voice do not', () => {
    const made = incident([account('a', killed(3, 3)), account('b', killed(3, 3))], {
      voices: [{ name: 'v', kind: 'medic', claims: ['a', 'b'] }],
    });
    expect(standing(made, 'killed').standing).toBe('said');
  });
  test('a contradiction outweighs agreement', () => {
    const contradictions = [{ about: 'toll', positions: [] }];
    expect(standing(incident([account('a', killed(3, 3)), account('b', killed(3, 3)), account('c', killed(9, 9))], { contradictions }), 'killed').standing).toBe('contested');
  });
  test('a disputed number of dead does not dispute the one number of injured', () => {
    const injured = { harm: killed(2, 2).harm!.map((harm) => ({ ...harm, kind: 'injured' })) };
    const contradictions = [{ about: 'toll', positions: [] }];
    const made = incident([account('a', killed(3, 3)), account('b', killed(4, 4)), account('c', injured)], { contradictions });
    expect(standing(made, 'injured').standing).toBe('said');
  });
  test('nobody says: unknown', () => expect(standing(incident([account('a')]), 'perpetrator').standing).toBe('unknown'));
  test('what is denied is not said to be so', () => {
    expect(standing(incident([account('a', { ...killed(3, 3), stance: 'denied' })]), 'killed').said).toEqual([]);
  });
  test('an open bound stays open', () => {
    expect(standing(incident([account('a', killed(10, null))]), 'killed').said[0]?.value).toBe('10/');
  });
});

test('accounts stand by the kind of who tells; the report itself is the press', () => {
  const made = columns(incident([account('a'), account('b', { sources: [] })]));
  expect(made.map(([name, own]) => [name, own.map(({ id }) => id)])).toEqual([['scene', ['a']], ['press', ['b']]]);
});
