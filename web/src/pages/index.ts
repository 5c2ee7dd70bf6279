/** The pages of the app by the name they have in the address. */
import type { Component } from 'svelte';
import Explore from './Explore.svelte';
import Incident from './Incident.svelte';
import Report from './Report.svelte';

type Page = Component<{ id: string }>;

export const PAGES: Record<string, Page> = { explore: Explore, incident: Incident, report: Report };
