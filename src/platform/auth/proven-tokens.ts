/** What better-auth says of a cookie: undefined when it opens nothing. `renewAt`: in milliseconds, when it would prolong the session. */
export type Proof = { readonly token: string; readonly renewAt: number };

/** As many cookies as are remembered, about 200 bytes each. */
const MOST_REMEMBERED = 10_000;

/**
 * The session token that a request's cookie of that name carries. Checking a signature costs more than reading the session it
 * opens, and what it proves never changes: it is checked once, then remembered. The session itself is to be read at every request.
 * When it is time to prolong it, better-auth is asked again, and does.
 */
export function provenTokens(
  name: string,
  prove: (cookie: string) => Promise<Proof | undefined>,
): (headers: Headers) => Promise<string | undefined> {
  const named = new RegExp(`(?:^|;\\s*)(${name.replaceAll(".", "\\.")}=[^;]+)`);
  const proven = new Map<string, Proof>();
  return async (headers) => {
    const cookie = named.exec(headers.get("cookie") ?? "")?.[1];
    if (cookie === undefined) return undefined;
    const known = proven.get(cookie);
    if (known !== undefined && Date.now() < known.renewAt) return known.token;
    proven.delete(cookie);
    const proof = await prove(cookie);
    if (proof === undefined) return undefined;
    const [oldest] = proven.keys();
    if (proven.size >= MOST_REMEMBERED && oldest !== undefined) proven.delete(oldest);
    proven.set(cookie, proof);
    return proof.token;
  };
}
