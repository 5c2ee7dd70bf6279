/** Countries by their ISO 3166 codes, named in the reader's language by the browser. */
import { reader } from './words.svelte';

const CODES =
  'AF AL DZ AO AR AM AU AT AZ BH BD BY BE BJ BT BO BA BW BR BG BF BI KH CM CA CF TD CL CN CO KM CG CD CR CI HR CU CY CZ DK DJ DO EC ' +
  'EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH GR GT GN GW GY HT HN HU IN ID IR IQ IE IL IT JM JP JO KZ KE KP KR XK KW KG LA LV LB ' +
  'LS LR LY LT MG MW MY ML MR MX MD MN ME MA MZ MM NA NP NL NZ NI NE NG MK NO OM PK PS PA PG PY PE PH PL PT QA RO RU RW SN RS SL SK ' +
  'SI SB SO ZA SS ES LK SD SR SE CH SY TW TJ TZ TH TL TG TT TN TR TM UG UA AE GB US UY UZ VE VN EH YE ZM ZW';

/** The name of a country; the code where the browser knows none. */
export function country(code: string | null): string {
  if (!code || !/^[A-Z]{2}$/.test(code)) return code ?? '';
  return new Intl.DisplayNames([reader.language, 'en'], { type: 'region' }).of(code) ?? code;
}

/** The code of a country's ISO 3166 number, "729"; null where it has none. */
export function fromNumber(id: string | number | undefined): string | null {
  return /^\d{3}$/.test(String(id)) ? (new Intl.Locale(`und-${id}`).region ?? null) : null;
}

export function countries(): [string, string][] {
  const named = CODES.split(' ').map((code): [string, string] => [code, country(code)]);
  return named.sort(([, one], [, other]) => one.localeCompare(other, reader.language));
}
