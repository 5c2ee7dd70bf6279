/** What a reviewer does. Each becomes a judgement with its reason, appended to the record; nothing is edited. */
export type Deed = { reason: string } & (
  | { verdict: 'grade'; incident: string; value: string }
  | { verdict: 'status'; incident: string; value: string }
  | { verdict: 'assign'; incident: string; value: string }
  | { verdict: 'comment'; incident: string }
  | { verdict: 'split'; incident: string; claims: string[] }
  | { verdict: 'merge'; incident: string; other: string }
  | { verdict: 'correct'; incident: string; claim: string; slot: string; index: number; span: [number, number]; value: object }
  | { verdict: 'undo'; judgement: string }
);
