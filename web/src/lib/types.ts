/** The shapes of the API's JSON that the app reads. Tests hold them against the API's own snapshots. */
import type { Span } from './spans';

export interface Words {
  text: string;
  span: Span;
}

export interface Actor {
  id: string;
  name: string;
  kind: string;
  why: string;
}

export interface Place {
  name: string;
  lat: number | null;
  lon: number | null;
  precision: string;
  radius_km: number | null;
  country: string | null;
  admin: string[];
}

export type PlaceMention = Words & Place & { id: string | null; why: string };
export type Source = Words & { kind: string; actor: Actor | null };
export type Party = Words & { actor: Actor | null };
export type Thing = Words & { kind: string | null };
export type When = Words & { start: string | null; end: string | null; precision: string; why: string };
export type Count = Words & { low: number | null; high: number | null };
export type Harm = Count & { kind: string; who: string; part_of: number | null };

export interface Claim {
  id: string;
  event: string;
  scope: string;
  stance: string;
  sources: Source[];
  when: When | null;
  where: PlaceMention[];
  attackers: Party[];
  targets: Thing[];
  weapons: Thing[];
  count: Count | null;
  harm: Harm[];
  quotes: Words[];
  inferred: Record<string, string>;
  why: Record<string, string>;
  /** The steps of every reason above, by its sentence. */
  told: Record<string, Told[]>;
}

export interface Bound {
  value: number | null;
  claims: string[];
}

/** A sentence of a rule, with the code and values to say it in another language; no code where a person wrote it. */
export interface Told {
  says: string;
  reason_code: string | null;
  reason_values: Record<string, string | number | Told>;
}

export interface Toll {
  kind: string;
  group: string;
  low: Bound;
  best: Bound;
  high: Bound;
  why: string;
  why_told: Told[];
  superseded: string[];
}

export interface Position extends Told {
  claims: string[];
}

export interface Voice {
  name: string;
  kind: string;
  claims: string[];
}

export interface Contradiction {
  about: string;
  positions: Position[];
}

export interface Figures {
  low: number | null;
  best: number | null;
  high: number | null;
}

/** An incident in a list. */
export interface Summary {
  id: string;
  event: string;
  scope: string;
  start: string | null;
  end: string | null;
  place: string | null;
  admin: string[];
  country: string | null;
  lat: number | null;
  lon: number | null;
  fatalities: Figures | null;
  grade: string;
  voices: number;
  claims: number;
  contested: string[];
  doubts: string[];
}

export interface Grade {
  grade: string;
  reasons: string[];
  reasons_told: Told[];
  by: string;
  /** Who agreed, where a grade takes two. */
  seconded: string;
  proposed: Grade | null;
}

export interface Doubt {
  code: string;
  says: string;
}

/** An incident with all it rests on. */
export interface Incident {
  id: string;
  event: string;
  scope: string;
  start: string | null;
  end: string | null;
  place: Place | null;
  claims: Account[];
  voices: Voice[];
  tolls: Toll[];
  fatalities: Figures | null;
  contradictions: Contradiction[];
  positions: Position[];
  grade: Grade;
  doubts: Doubt[];
  within: string[];
  /** Another whenever the incident, or what people said of it, changed. */
  version: string;
  desk: Desk;
  judgements: Judgement[];
}

/** How far the review of an incident is. */
export interface Desk {
  status: string;
  assigned: string | null;
  /** A grade that takes a second person. */
  awaiting: Judgement | null;
}

export interface ReportHead {
  id: string;
  title: string;
  outlet: string;
  author: string;
  published: string | null;
  language: string;
  url: string;
}

/** A claim with the report it stands in, and why it was linked to its incident ("" where it stands alone). */
export type Account = Claim & { incident: string; report: ReportHead; linked: string; linked_told: (Told & { counts: number | null })[] };

export interface Judgement {
  id: string;
  verdict: string;
  claims: string[];
  grade: string;
  /** Of a status, an assignment or a correction; "" in others. */
  value?: string;
  slot?: string;
  withdraws: string;
  reason: string;
  by: string;
  at: string;
}

export interface Report extends ReportHead {
  sha256: string;
  text: string;
  claims: (Claim & { incident: string | null })[];
  problems: Trouble[];
}

export interface Trouble extends Omit<Told, 'says'> {
  stage: string;
  message: string;
  fatal: boolean;
}
