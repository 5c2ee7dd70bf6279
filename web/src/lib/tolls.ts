import { n, number, t } from './words.svelte';
import type { Figures } from './types';

/** "9 (9–14)" where accounts differ, one number where all are the same. */
export function range({ low, best, high }: Figures): string {
  const shown = (value: number | null): string => (value === null ? '?' : number(value));
  if (best === null) return t('upTo', { n: shown(high) });
  if (low === best && best === high) return shown(best);
  return `${shown(best)} (${shown(low)}–${high === null ? t('ormore') : number(high)})`;
}

/** A harm's bounds as a claim says them. */
export function bounds(low: number | null, high: number | null): string {
  if (low === null && high === null) return t('notCounted');
  if (low === high) return number(low as number);
  if (high === null) return t('atLeast', { n: low as number });
  if (low === null) return t('upTo', { n: high });
  return `${number(low)}–${number(high)}`;
}

export function voices(count: number): string {
  return n('voices', count);
}
