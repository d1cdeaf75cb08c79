/** What people type for numbers, read with patience: spaces of any width, comma or point, a euro sign. */
const tidied = (typed: string): string => typed.replace(/[\s\u00a0\u202f€]|HT/gi, "").replace(",", ".");

/** Cents from « 8 400,50 »; undefined when it is no amount. */
export function parseEuros(typed: string): number | undefined {
  const text = tidied(typed);
  return /^-?\d{1,12}(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : undefined;
}

/** An integer from « 1 200 »; undefined when it is none. */
export function parseInteger(typed: string): number | undefined {
  const text = tidied(typed);
  return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** What a person would type for that amount: « 8400 » or « 8400,50 ». */
export function eurosAsTyped(cents: number, decimalMark: "," | "." = ","): string {
  return cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2).replace(".", decimalMark);
}
