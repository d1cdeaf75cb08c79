/** Members of the European Union: ISO 3166-1 alpha-2, France first. */
export const UNION: readonly string[] = "FR AT BE BG CY CZ DE DK EE ES FI GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" ");
/** Others where hosts, their machines and their parent companies are. */
const OTHERS: readonly string[] =
  "AD AE AR AU BR CA CH CL CN CO GB HK IL IN IS JP KR LI MA MC MX MY NO NZ RU SG SN TH TN TR TW UA US ZA".split(" ");

export const COUNTRIES: readonly string[] = [...UNION, ...OTHERS];

export function isCountry(code: string): boolean {
  return COUNTRIES.includes(code);
}
