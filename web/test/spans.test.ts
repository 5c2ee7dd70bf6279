import { describe, expect, test } from 'vitest';
import { paragraphs, stretches, words } from '../src/lib/spans';

describe('spans count code points', () => {
  const text = 'a 😀 bomb fell';
  test.each<[[number, number], string]>([
    [[4, 8], 'bomb'],
    [[2, 3], '😀'],
    [[0, 13], text],
    [[9, 99], 'fell'],
  ])('%j is %s', (span, found) => expect(words(text, span)).toBe(found));
});

describe('a text cut by marks', () => {
  test('overlapping marks keep each their words, and nothing of the text is lost', () => {
    const marks = [
      { id: 'a', span: [0, 6] as [number, number] },
      { id: 'b', span: [4, 10] as [number, number] },
    ];
    const parts = stretches('0123456789ab', marks);
    expect(parts.map(({ text }) => text)).toEqual(['0123', '45', '6789', 'ab']);
    expect(parts.map((part) => part.marks)).toEqual([['a'], ['a', 'b'], ['b'], []]);
  });
  test('a paragraph further down takes the part of a mark that lies in it', () => {
    const text = 'first 😀\n\nsecond one';
    const [, second] = paragraphs(text);
    const parts = stretches(second!.text, [{ id: 'x', span: [6, 15] }], second!.start);
    expect(parts).toEqual([
      { start: 9, text: 'second', marks: ['x'] },
      { start: 15, text: ' one', marks: [] },
    ]);
  });
});
