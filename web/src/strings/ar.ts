import type { Key } from './en';
export const ar: Partial<Record<Key, string>> = {};
