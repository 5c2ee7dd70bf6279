/** The strings of the app in the reader's language, and the direction that language is written in. */
import { ar } from '../strings/ar';
import { en, type Key } from '../strings/en';

export const LANGUAGES = { en: 'English', ar: 'العربية' } as const;
export type Language = keyof typeof LANGUAGES;

const STRINGS: Record<Language, { readonly [key in Key]?: string }> = { en, ar };

function first(): Language {
  const kept = localStorage.getItem('language') ?? navigator.language.slice(0, 2);
  return kept in LANGUAGES ? (kept as Language) : 'en';
}

class Words {
  language: Language = $state(first());

  get direction(): 'ltr' | 'rtl' {
    return this.language === 'ar' ? 'rtl' : 'ltr';
  }

  choose(language: Language): void {
    this.language = language;
    localStorage.setItem('language', language);
  }
}

export const reader = new Words();

/** The string of a key, with `{name}`s filled in. */
export function t(key: Key, values: Record<string, string | number> = {}): string {
  const text = STRINGS[reader.language][key] ?? en[key];
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => shown(values[name]) ?? whole);
}

function shown(value: string | number | undefined): string | undefined {
  return typeof value === 'number' ? number(value) : value;
}

/** A counted thing in the plural form of the language: `n('claims', 2)` reads `claims.two` or `claims.other`. */
export function n(what: string, count: number): string {
  const form = new Intl.PluralRules(reader.language).select(count);
  const held = STRINGS[reader.language] as Record<string, string | undefined>;
  const fallback = en as Record<string, string | undefined>;
  const text = held[`${what}.${form}`] ?? held[`${what}.other`] ?? fallback[`${what}.other`] ?? `{n} ${what}`;
  return text.replace('{n}', number(count));
}

/** What a code of the record is called: an event, a grade, a kind of source. The code itself where it has no name. */
export function label(family: string, code: string | null | undefined): string {
  if (!code) return '';
  const key = `${family}.${code}` as Key;
  return STRINGS[reader.language][key] ?? en[key] ?? code.replaceAll('_', ' ');
}

export function number(value: number): string {
  return new Intl.NumberFormat(reader.language).format(value);
}

/** A day of the record, "2020-03-02", as the reader writes it; never shifted by a time zone. */
export function day(iso: string | null | undefined): string {
  if (!iso) return '';
  const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(date.valueOf())) return iso;
  return new Intl.DateTimeFormat(reader.language, { dateStyle: 'medium', timeZone: 'UTC' }).format(date);
}

export function days(start: string | null, end: string | null): string {
  if (!start && !end) return t('noDay');
  if (!start || !end || start === end) return day(start ?? end);
  return `${day(start)} – ${day(end)}`;
}
