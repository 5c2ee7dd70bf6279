/** What a reviewer does. Each becomes a judgement with its reason, appended to the record; nothing is edited. */
export type Deed = { reason: string } & (
  | { verdict: 'grade'; incident: string; grade: string }
  | { verdict: 'split'; incident: string; claims: string[] }
  | { verdict: 'merge'; incident: string; other: string }
  | { verdict: 'withdraw'; withdraws: string }
);
