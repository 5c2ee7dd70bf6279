/** The pages of the app by the name they have in the address. */
import type { Component } from 'svelte';
import Accounts from './Accounts.svelte';
import Actors from './Actors.svelte';
import Add from './Add.svelte';
import Explore from './Explore.svelte';
import Incident from './Incident.svelte';
import Places from './Places.svelte';
import Report from './Report.svelte';
import Review from './Review.svelte';
import Sources from './Sources.svelte';
import Tokens from './Tokens.svelte';

type Page = Component<{ id: string }>;

export const PAGES: Record<string, Page> = {
  explore: Explore,
  incident: Incident,
  report: Report,
  review: Review,
  add: Add,
  sources: Sources,
  actors: Actors,
  places: Places,
  tokens: Tokens,
  accounts: Accounts,
};
