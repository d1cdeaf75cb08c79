/** SIREN: nine digits, the last a Luhn check digit (INSEE). Spaces are accepted on input. */
export function parseSiren(text: string): string | undefined {
  const digits = text.replace(/[\s\u00A0\u202F]/g, "");
  return /^\d{9}$/.test(digits) && luhn(digits) ? digits : undefined;
}

function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
