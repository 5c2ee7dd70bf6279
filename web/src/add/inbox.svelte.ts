/**
 * What the reader gives to be read: texts, addresses, files. One is read after another, as the server reads one at a
 * time for each; what is wrong with one stays with it and stops no other. Nothing is kept until that is asked for.
 */
import type { Added, Known } from '../lib/api';
import type { Report, Trouble } from '../lib/types';

export type State = 'waiting' | 'reading' | 'read' | 'kept' | 'failed';

export const NOTHING: Known = { title: '', outlet: '', published: '' };
const FIELDS = ['title', 'outlet', 'published'] as const;

/** One thing given: how it is called, what the reader says of it, and how the API is asked about it. */
export interface Given {
  name: string;
  known: Known;
  ask: (keep: boolean, known: Known) => Promise<Added>;
}

export class Item {
  state: State = $state('waiting');
  reports = $state.raw<Report[]>([]);
  problems = $state.raw<Trouble[]>([]);
  fault = $state.raw<unknown>();
  /** What is known of it as the form has it: what was said or, of one report, what it says itself. */
  typed: Known = $state({ ...NOTHING });
  #said: Known;
  #shown: Known = $state.raw(NOTHING);

  constructor(readonly given: Given) {
    this.#said = given.known;
    this.#show();
  }

  /** Whether something was typed that it was not read with: it is read again before it is kept. */
  get changed(): boolean {
    return FIELDS.some((field) => this.typed[field] !== this.#shown[field]);
  }

  /** Read it, or read and keep it; what was read already stays to be seen if keeping fails. */
  async run(keep: boolean): Promise<void> {
    const before = this.state;
    this.state = 'reading';
    this.fault = undefined;
    try {
      const { reports, problems } = await this.given.ask(keep, this.#said);
      if (reports.length || !keep) this.reports = reports;
      this.problems = problems;
      this.state = !reports.length ? 'failed' : keep ? 'kept' : 'read';
    } catch (error) {
      this.fault = error;
      this.state = keep && before === 'read' ? 'read' : 'failed';
    }
    if (!keep) this.#show();
  }

  /** Have it read again with what was typed; a field that was emptied is again what the report says. */
  again(): void {
    for (const field of FIELDS) if (this.typed[field] !== this.#shown[field]) this.#said = { ...this.#said, [field]: this.typed[field] };
    this.state = 'waiting';
  }

  #show(): void {
    const only = this.reports.length === 1 ? this.reports[0] : undefined;
    const of = (field: keyof Known): string => this.#said[field] || (only?.[field] ?? '');
    this.#shown = { title: of('title'), outlet: of('outlet'), published: of('published') };
    this.typed = { ...this.#shown };
  }
}

export class Inbox {
  items = $state<Item[]>([]);
  busy = $state(false);

  get done(): number {
    return this.items.filter(({ state }) => state !== 'waiting' && state !== 'reading').length;
  }

  get read(): Item[] {
    return this.items.filter(({ state, changed }) => state === 'read' && !changed);
  }

  /** Take things in and read them; what is kept or failed goes when new things come. */
  async take(given: readonly Given[]): Promise<void> {
    const stay = this.items.filter(({ state }) => state !== 'kept' && state !== 'failed');
    this.items = [...stay, ...given.map((one) => new Item(one))];
    await this.#work([]);
  }

  async keep(items: readonly Item[]): Promise<void> {
    await this.#work([...items]);
  }

  async again(item: Item): Promise<void> {
    item.again();
    await this.#work([]);
  }

  leave(item: Item): void {
    this.items = this.items.filter((one) => one !== item);
  }

  /** Keep these, then read all that waits, one after another; what comes meanwhile is read too. */
  async #work(toKeep: Item[]): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    for (const item of toKeep) await item.run(true);
    for (let item = this.#next(); item; item = this.#next()) await item.run(false);
    this.busy = false;
  }

  #next(): Item | undefined {
    return this.items.find(({ state }) => state === 'waiting');
  }
}
