import { HTTPException } from "hono/http-exception";
import type { AppContext } from "./context.ts";

/** Our largest form, an examination of forty requirements, has a tenth of these; a choice of departments may tick five hundred boxes. */
export const MOST_FIELDS = 2_000;

/**
 * Refuses a body of too many fields before a parser sees it. Trap: the parser of Node 24 takes a time that grows with the square
 * of the fields that have no « = »: eleven megabytes of « a& », sent by anybody, hold the whole server for minutes.
 */
export async function refuseCrowdedForm(c: AppContext): Promise<void> {
  const between = separatorOf(c.req.header("content-type") ?? "");
  if (between === undefined) return;
  const body = Buffer.from(await c.req.arrayBuffer());
  let fields = 0;
  for (let at = body.indexOf(between); at !== -1; at = body.indexOf(between, at + between.length)) {
    fields += 1;
    if (fields > MOST_FIELDS) throw new HTTPException(413);
  }
}

/**
 * The fields of a form without files, in the order sent; undefined for any other body. Trap: the parser of Node 24 lengthens a text
 * piece by piece at each « + », and eleven megabytes of them hold the whole server for seconds; spaces cost it nothing.
 */
export async function urlencodedFields(c: AppContext): Promise<URLSearchParams | undefined> {
  if (!URLENCODED.test(c.req.header("content-type") ?? "")) return undefined;
  const body = new Uint8Array(await c.req.arrayBuffer());
  for (let at = 0; at < body.length; at += 1) if (body[at] === PLUS) body[at] = SPACE;
  return new URLSearchParams(new TextDecoder().decode(body));
}

const PLUS = 0x2b;
const SPACE = 0x20;
const URLENCODED = /^\s*application\/x-www-form-urlencoded\s*(;|$)/i;

/** What stands between two fields; undefined where the body is no form that is read. */
function separatorOf(contentType: string): string | undefined {
  if (URLENCODED.test(contentType)) return "&";
  const [, quoted, plain] = /^\s*multipart\/form-data.*?;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  return boundary === undefined ? undefined : `--${boundary}`;
}
