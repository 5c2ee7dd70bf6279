/** What a reviewer does. Each becomes a judgement with its reason, appended to the record; nothing is edited. */
export type Deed = { reason: string } & (
  | { verdict: 'grade'; incident: string; value: string }
  | { verdict: 'status'; incident: string; value: string }
  | { verdict: 'assign'; incident: string; value: string }
  | { verdict: 'comment'; incident: string }
  | { verdict: 'split'; incident: string; claims: string[] }
  | { verdict: 'merge'; incident: string; other: string }
  | { verdict: 'move'; incident: string; claims: string[]; other: string }
  | { verdict: 'correct'; incident: string; claim: string; slot: string; index: number; span: [number, number] | null; value: unknown }
  | { verdict: 'add'; report: string; span: [number, number]; value: { event: string; stance: string; scope: string } }
  | { verdict: 'second' | 'reject'; incident: string; judgement: string }
  | { verdict: 'undo'; judgement: string }
);
