/** Spans of a text, as the API counts them: [start, end) in Unicode code points, not UTF-16 units. */
export type Span = [number, number];

export interface Mark {
  id: string;
  span: Span;
}

/** A stretch of text over which the same marks lie. */
export interface Stretch {
  start: number;
  text: string;
  marks: string[];
}

/** Offsets, in UTF-16 units, of every code point of the text and of its end. */
export function offsets(text: string): number[] {
  const found: number[] = [];
  let at = 0;
  for (const point of text) {
    found.push(at);
    at += point.length;
  }
  found.push(at);
  return found;
}

export function words(text: string, [start, end]: Span): string {
  const at = offsets(text);
  return text.slice(at[start] ?? text.length, at[end] ?? text.length);
}

/** The text cut wherever a mark begins or ends; marks may overlap and nest. */
export function stretches(text: string, marks: readonly Mark[], from = 0): Stretch[] {
  const at = offsets(text);
  const last = at.length - 1;
  const inside = marks
    .map(({ id, span: [start, end] }) => ({ id, start: Math.max(0, start - from), end: Math.min(last, end - from) }))
    .filter(({ start, end }) => start < end);
  const cuts = new Set([0, last]);
  for (const { start, end } of inside) cuts.add(start).add(end);
  const ordered = [...cuts].sort((a, b) => a - b);
  return ordered.slice(0, -1).map((start, i) => ({
    start: start + from,
    text: text.slice(at[start], at[ordered[i + 1] as number]),
    marks: inside.filter((mark) => mark.start <= start && start < mark.end).map((mark) => mark.id),
  }));
}

export interface Paragraph {
  start: number;
  text: string;
}

/** The paragraphs of a text, each with where it starts; blank lines are left out. */
export function paragraphs(text: string): Paragraph[] {
  const found: Paragraph[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim()) found.push({ start, text: line });
    start += Array.from(line).length + 1;
  }
  return found;
}

/** The span that a selection covers, read from the `data-start` of the stretches it lies in. */
export function selectedSpan(range: Range): Span | null {
  const start = position(range.startContainer, range.startOffset);
  const end = position(range.endContainer, range.endOffset);
  return start !== null && end !== null && start < end ? [start, end] : null;
}

function position(node: Node, offset: number): number | null {
  if (!(node instanceof Text)) {
    const child = node.childNodes[offset] ?? node.lastChild;
    if (!child) return null;
    const text = child instanceof Text ? child : document.createTreeWalker(child, NodeFilter.SHOW_TEXT).nextNode();
    return text instanceof Text ? position(text, node.childNodes[offset] ? 0 : text.data.length) : null;
  }
  const holder = node.parentElement?.closest<HTMLElement>('[data-start]');
  return holder ? Number(holder.dataset.start) + Array.from(node.data.slice(0, offset)).length : null;
}

/** The part of a drawn text that a span covers, for the browser to mark; null where it is not drawn. */
export function rangeOf(root: HTMLElement, [start, end]: Span): Range | null {
  const parts = [...root.querySelectorAll<HTMLElement>('[data-start]')];
  const holder = (point: number) => parts.findLast(({ dataset }) => Number(dataset.start) <= point);
  const [first, last] = [holder(start), holder(end - 1)];
  if (!(first?.firstChild instanceof Text) || !(last?.firstChild instanceof Text)) return null;
  const inside = (part: HTMLElement, point: number) => offsets(part.textContent ?? '')[point - Number(part.dataset.start)] ?? 0;
  const range = document.createRange();
  range.setStart(first.firstChild, inside(first, start));
  range.setEnd(last.firstChild, inside(last, end));
  return range;
}
