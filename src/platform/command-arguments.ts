import { resolve } from "node:path";
import { InvalidArgumentError } from "commander";

/** What is typed after the `beffroi` command, read or refused in words. */
export const LONGEST_QUERY = 500;

/** A path as it was typed: the command itself runs in the folder of the code. */
export function pathOf(typed: string): string {
  const path = resolve(process.env.BEFFROI_TYPED_IN ?? ".", typed);
  return typed.endsWith("/") ? `${path}/` : path;
}

/** A source is an address or a path. */
export function placeOf(typed: string): string {
  return /^https?:/i.test(typed) ? typed : pathOf(typed);
}

export function shortText(text: string): string {
  if (text.trim() === "") throw new InvalidArgumentError("Le texte à chercher est vide.");
  if (text.length > LONGEST_QUERY) throw new InvalidArgumentError(`Le texte à chercher dépasse ${LONGEST_QUERY} caractères.`);
  return text.replace(/\p{Cc}/gu, " ");
}

export function lineOf(longest: number): (text: string) => string {
  return (text) => {
    const line = text.trim();
    if (line === "" || line.length > longest || /\p{Cc}/u.test(line))
      throw new InvalidArgumentError(`Un texte de 1 à ${longest} caractères est attendu.`);
    return line;
  };
}

export function emailAddress(text: string): string {
  if (!/^[^\s@]{1,64}@[^\s@]{1,180}\.[^\s@]{2,}$/.test(text))
    throw new InvalidArgumentError("Une adresse électronique complète est attendue.");
  return text.toLowerCase();
}

export function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (!/^\d+$/.test(text) || number < min || number > max)
      throw new InvalidArgumentError(`Un nombre entier de ${min} à ${max} est attendu.`);
    return number;
  };
}
