/**
 * Event codes gathered to seven families with a colour and a shape each.
 * Colours are Okabe and Ito's, told apart by readers with any common colour blindness.
 */
export const FAMILIES = {
  air: { color: '#0072b2', codes: ['air_strike'] },
  fire: { color: '#e69f00', codes: ['shelling'] },
  blast: { color: '#d55e00', codes: ['explosion', 'suicide_bombing', 'chemical_attack'] },
  ground: { color: '#cc79a7', codes: ['armed_clash', 'territory_taken', 'attack', 'siege'] },
  persons: { color: '#2b2b2b', codes: ['killing', 'abduction', 'arrest', 'escape'] },
  people: { color: '#56b4e9', codes: ['displacement', 'destruction', 'protest'] },
  truce: { color: '#009e73', codes: ['agreement', 'violation'] },
} as const;

export type Family = keyof typeof FAMILIES;

const OF_CODE = new Map<string, Family>(
  Object.entries(FAMILIES).flatMap(([family, { codes }]) => codes.map((code) => [code, family as Family] as const)),
);

export function family(event: string): Family {
  return OF_CODE.get(event) ?? 'ground';
}
