import { expect, test } from 'vitest';
import { ar } from '../src/strings/ar';
import { en, type Key } from '../src/strings/en';

/** The singular of English has another form in Arabic; it is never looked up there. */
const keys = Object.keys(en) as Key[];

test('Arabic has every string', () => {
  expect(keys.filter((key) => !(key in ar))).toEqual([]);
});

test('a string asks for the same values in both', () => {
  const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();
  const singular = /\.(zero|one|two)$/;
  const wrong = keys.filter((key) => !singular.test(key) && `${holes(en[key])}` !== `${holes(ar[key] ?? '')}`);
  expect(wrong).toEqual([]);
});
