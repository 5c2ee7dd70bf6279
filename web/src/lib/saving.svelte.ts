/** Saving judgements: what was kept and can be undone, what went wrong, and whether somebody was faster. */
import type { Deed } from '../incident/deed';
import { judge } from './api';
import { Problem } from './http';
import type { Judgement } from './types';

export class Saving {
  kept = $state.raw<Judgement>();
  fault = $state.raw<unknown>();
  conflict = $state(false);

  /** Read the page again: after saving, or because somebody changed what it shows. */
  constructor(private readonly reread: (kept: Judgement | undefined) => Promise<void>) {}

  /** What could not be saved stays in its form: it throws. `version` is that of the incident as it was seen. */
  async save(deed: Deed, version: string): Promise<void> {
    this.kept = undefined;
    this.fault = undefined;
    try {
      const kept = await judge(deed, version);
      this.conflict = false;
      await this.reread(kept);
      this.kept = kept;
    } catch (error) {
      this.conflict = error instanceof Problem && error.isConflict;
      if (this.conflict) await this.reread(undefined);
      else this.fault = error;
      throw error;
    }
  }
}
