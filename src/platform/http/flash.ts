import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { NoticeKind } from "#src/platform/ui/notice.tsx";
import type { AppContext } from "./context.ts";

const NAME = "beffroi.flash";
const KINDS: readonly NoticeKind[] = ["info", "success", "warning", "danger"];

/** Says once, on the next page, what the last action did. Only our own texts go there, and they are shown as text. */
export function setFlash(c: AppContext, kind: NoticeKind, text: string): void {
  const options = { path: "/", httpOnly: true, sameSite: "Lax", maxAge: 60, secure: c.get("https") } as const;
  setCookie(c, nameOf(c), `${kind}:${text}`.slice(0, 600), options);
}

export function takeFlash(c: AppContext): { kind: NoticeKind; text: string } | undefined {
  const value = getCookie(c, nameOf(c));
  if (value === undefined) return undefined;
  deleteCookie(c, nameOf(c), { path: "/", secure: c.get("https") });
  const [name, ...rest] = value.split(":");
  const kind = KINDS.find((each) => each === name);
  return kind === undefined ? undefined : { kind, text: rest.join(":") };
}

/** « __Host- »: no other site of the same domain makes our pages say a sentence of its own. */
function nameOf(c: AppContext): string {
  return c.get("https") ? `__Host-${NAME}` : NAME;
}
