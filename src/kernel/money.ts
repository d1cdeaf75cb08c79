/** Amounts are whole cents of euro, excluding tax unless said. */
export type Cents = number;

/** One thousand million euros: beyond it, a typing error. */
export const GREATEST_AMOUNT: Cents = 100_000_000_000;

/** Reads « 8 400 », « 8400,50 », "8,400.50" is refused: the comma is decimal. Undefined when it is no amount. */
export function parseEuros(text: string): Cents | undefined {
  const plain = text
    .replace(/[\s\u00A0\u202F]/g, "")
    .replace(/€$/, "")
    .replace(",", ".");
  if (!/^\d{1,12}(\.\d{1,2})?$/.test(plain)) return undefined;
  const cents = Math.round(Number(plain) * 100);
  return cents <= GREATEST_AMOUNT ? cents : undefined;
}
