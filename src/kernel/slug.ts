/** What may be the address of a software; anything else that comes from outside is none, and never reaches the database. */
export function isSlug(text: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,79}$/.test(text);
}
