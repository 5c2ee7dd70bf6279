/**
 * What came since: the numbers of the last report and judgement, as the server tells them while the page is seen.
 * Nothing that is shown changes by it; pages tell the reader, who asks for what is new.
 */
import { address } from './http';

export interface State {
  reports: number;
  judgements: number;
}

/** Milliseconds after which a refused stream is asked for again. */
const AGAIN = 60_000;

class Live {
  /** As last told; undefined until then. */
  now = $state.raw<State>();
  #stream: EventSource | undefined;
  #wanted = false;

  /** A browser has few connections to a server for all its tabs: those in the background give theirs back. */
  listen(wanted: boolean): void {
    this.#wanted = wanted;
    document.addEventListener('visibilitychange', this.#adjust);
    this.#adjust();
  }

  /** What the reader did is no news to them. */
  own({ reports, judgements }: State): void {
    if (this.now) this.now = { reports: this.now.reports + reports, judgements: this.now.judgements + judgements };
  }

  readonly #adjust = (): void => {
    const open = this.#wanted && document.visibilityState === 'visible';
    if (open === Boolean(this.#stream)) return;
    if (!open) {
      this.#stream?.close();
      this.#stream = undefined;
      return;
    }
    this.#stream = new EventSource(address('/events'));
    this.#stream.onerror = this.#refused;
    const hear = (event: MessageEvent<string>): void => this.#hear(JSON.parse(event.data) as State);
    this.#stream.addEventListener('state', hear);
    this.#stream.addEventListener('new', hear);
  };

  /** A stream that was refused, as where too many are open, is not tried again by the browser: it is after a while. */
  readonly #refused = (): void => {
    if (this.#stream?.readyState !== EventSource.CLOSED) return;
    this.#stream = undefined;
    setTimeout(this.#adjust, AGAIN);
  };

  #hear(told: State): void {
    if (told.reports !== this.now?.reports || told.judgements !== this.now.judgements) this.now = told;
  }
}

export const live = new Live();

/** How many came between two states; none where one is not known. */
export function between(seen: State | undefined, now: State | undefined): State {
  if (!seen || !now) return { reports: 0, judgements: 0 };
  return { reports: Math.max(0, now.reports - seen.reports), judgements: Math.max(0, now.judgements - seen.judgements) };
}
