import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { NoticeKind } from "#src/platform/ui/notice.tsx";
import type { AppContext } from "./context.ts";

const NAME = "beffroi.flash";
const KINDS: readonly NoticeKind[] = ["info", "success", "warning", "danger"];

/** Says once, on the next page, what the last action did. Only our own texts go there, and they are shown as text. */
export function setFlash(c: AppContext, kind: NoticeKind, text: string): void {
  const secure = new URL(c.req.url).protocol === "https:";
  setCookie(c, NAME, `${kind}:${text}`.slice(0, 600), { path: "/", httpOnly: true, sameSite: "Lax", maxAge: 60, secure });
}

export function takeFlash(c: AppContext): { kind: NoticeKind; text: string } | undefined {
  const value = getCookie(c, NAME);
  if (value === undefined) return undefined;
  deleteCookie(c, NAME, { path: "/" });
  const [name, ...rest] = value.split(":");
  const kind = KINDS.find((each) => each === name);
  return kind === undefined ? undefined : { kind, text: rest.join(":") };
}
