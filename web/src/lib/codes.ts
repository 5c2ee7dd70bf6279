/** The codes of the record that the app offers as choices, in the record's own order. */
export const GRADES = ['confirmed', 'fair', 'weak', 'contested', 'discounted'] as const;
export const STATUSES = ['unreviewed', 'in_review', 'needs_help', 'confirmed', 'rejected'] as const;
