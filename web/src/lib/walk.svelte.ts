/** The queue that the reader walks through: which incidents, in which order, and where they are in it. */
interface Way {
  ids: string[];
  /** The address of the queue. */
  from: string;
}

class Walk {
  #way = $state.raw<Way>({ ids: [], from: '' });
  #last = 0;

  begin(ids: string[], from: string): void {
    this.#way = { ids, from };
  }

  end(): void {
    this.begin([], '');
  }

  get from(): string {
    return this.#way.from;
  }

  get many(): number {
    return this.#way.ids.length;
  }

  /** Where an incident stands; one that was merged or split since stands where the one before it did. */
  at(id: string): number {
    const found = this.#way.ids.indexOf(id);
    if (found >= 0) this.#last = found;
    return this.#last;
  }

  /** The one so many steps on; undefined beyond the ends. */
  step(id: string, by: number): string | undefined {
    return this.#way.ids[this.at(id) + by];
  }
}

export const walk = new Walk();
