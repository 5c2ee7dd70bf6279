/**
 * Keys for what a page offers: pressing one clicks the first thing on the page that names it in `data-key`.
 * So a key does only what can be seen and may be done, and every key has a button.
 */
export function press(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const asked = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]:not(:disabled)`);
  if (!asked) return;
  event.preventDefault();
  asked.click();
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName));
}

/** What the keys on the page do now, in the words of their buttons. */
export function offered(): [string, string][] {
  const found = [...document.querySelectorAll<HTMLElement>('[data-key]:not(:disabled)')];
  const named = found.map((one): [string, string] => [one.dataset.key ?? '', one.dataset.does ?? one.textContent?.trim() ?? '']);
  return [...new Map(named.reverse()).entries()].sort(([one], [other]) => one.localeCompare(other));
}
