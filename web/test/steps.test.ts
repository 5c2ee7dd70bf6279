import { describe, expect, test } from 'vitest';
import { words, type Span } from '../src/lib/spans';
import { stepped, wordSpans, type Step } from '../src/lib/steps';

const text = '😀 At least 1,200 people fled El-Fasher, the UN’s envoy said.';

test('words keep their hyphens, apostrophes and figures', () => {
  const found = wordSpans(text).map((span) => words(text, span));
  expect(found).toEqual(['At', 'least', '1,200', 'people', 'fled', 'El-Fasher', 'the', 'UN’s', 'envoy', 'said']);
});

test('Arabic words keep their marks', () => {
  const arabic = 'قُتِلَ ثلاثة مدنيين.';
  expect(wordSpans(arabic).map((span) => words(arabic, span))).toEqual(['قُتِلَ', 'ثلاثة', 'مدنيين']);
});

describe('steps', () => {
  const walk = (...steps: Step[]) => words(text, steps.reduce<Span | null>((span, step) => stepped(text, span, step), null) as Span);
  test.each<[Step[], string]>([
    [['next'], 'At'],
    [['next', 'next'], 'least'],
    [['next', 'longer', 'longer', 'longer'], 'At least 1,200 people'],
    [['next', 'longer', 'shorter', 'shorter'], 'At'],
    [['next', 'previous'], 'At'],
    [['next', 'down'], 'said'],
  ])('%j', (steps, found) => expect(walk(...steps)).toBe(found));
  test('of a text without words are none', () => expect(stepped('…', null, 'next')).toBeNull());
});
