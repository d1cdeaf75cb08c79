const BASE = "http://local.invalid";
const LONGEST = 2_000;

/** The path of ours that `text` names, or "/": an address from outside never leads elsewhere. */
export function localPath(text: string | undefined): string {
  if (text === undefined || text.length > LONGEST || !text.startsWith("/") || !URL.canParse(text, BASE)) return "/";
  const { origin, pathname, search } = new URL(text, BASE);
  // Trap: « /.//elsewhere » is ours until its dots are resolved.
  return origin === BASE && !pathname.startsWith("//") ? pathname + search : "/";
}
