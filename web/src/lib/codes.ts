/** The codes of the record that the app offers as choices, in the record's own order. */
export const GRADES = ['confirmed', 'fair', 'weak', 'contested', 'discounted'] as const;
export const STATUSES = ['unreviewed', 'in_review', 'needs_help', 'confirmed', 'rejected'] as const;
export const EVENTS = [
  'air_strike', 'shelling', 'explosion', 'suicide_bombing', 'chemical_attack', 'armed_clash', 'territory_taken', 'killing', 'abduction',
  'arrest', 'siege', 'destruction', 'displacement', 'escape', 'agreement', 'violation', 'protest', 'attack',
] as const;
export const STANCES = ['asserted', 'denied', 'unconfirmed', 'planned'] as const;
export const SCOPES = ['incident', 'campaign'] as const;
export const HARMS = ['killed', 'injured', 'displaced', 'abducted', 'arrested', 'missing', 'besieged'] as const;
export const SOURCES = [
  'witness', 'resident', 'rescuer', 'medic', 'monitor', 'activist', 'belligerent', 'government', 'un', 'ngo', 'media', 'unnamed',
  'person', 'other',
] as const;
