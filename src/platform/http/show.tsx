import { promisify } from "node:util";
import { gzip, gzipSync } from "node:zlib";
import type { Child } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Agent } from "#src/kernel/agent.ts";
import type { Language } from "#src/kernel/language.ts";
import type { Crumb } from "#src/platform/ui/breadcrumbs.tsx";
import type { TypedValues } from "#src/platform/ui/form-context.tsx";
import { onceFor } from "#src/platform/ui/kept.tsx";
import type { NoticeKind } from "#src/platform/ui/notice.tsx";
import { Page } from "#src/platform/ui/page.tsx";
import type { NavItem, Shell } from "#src/platform/ui/shell.ts";
import type { AppContext, NavigationItem } from "./context.ts";
import { takeFlash } from "./flash.ts";
import type { FormValues } from "./form.ts";

export type Shown = {
  readonly title: string;
  readonly breadcrumbs?: readonly Crumb[];
  readonly status?: ContentfulStatusCode;
  readonly flash?: { readonly kind: NoticeKind; readonly text: string };
  /** Public pages may be found by search engines. */
  readonly indexed?: boolean;
};

/** Answers with a whole page: the reader's language, authority and navigation around `content`. */
export async function show(c: AppContext, { title, breadcrumbs, status, flash, indexed }: Shown, content: Child): Promise<Response> {
  const said = flash ?? takeFlash(c);
  const page = (
    <Page title={title} shell={shellOf(c)} breadcrumbs={breadcrumbs} flash={said} noindex={indexed !== true}>
      {content}
    </Page>
  );
  return respond(c, `<!doctype html>${String(await page.toString())}`, status ?? 200);
}

const gzipAside = promisify(gzip);
/** In characters: a page longer than this is compressed off the main thread. */
const LONG = 200_000;
/** Our pages weigh a few kilobytes: the last percents of weight cost more than they are worth. */
const QUICK = { level: 2 } as const;

const encoder = new TextEncoder();
/** UTF-8 takes three bytes at most for each of a string's units. */
const room = new Uint8Array(3 * LONG);

/** Good until the next one: written where the page before was, instead of measuring the text first to make room for it. */
function encoded(html: string): Uint8Array {
  return room.subarray(0, encoder.encodeInto(html, room).written);
}

/** Compressed in one go: a page is whole before it is sent, and a stream for it costs more than the compression. */
async function respond(c: AppContext, html: string, status: ContentfulStatusCode): Promise<Response> {
  c.header("vary", "accept-encoding, cookie, accept-language");
  if (!/\bgzip\b/.test(c.req.header("accept-encoding") ?? "")) return c.html(html, status);
  const body = html.length > LONG ? await gzipAside(html, QUICK) : gzipSync(encoded(html), QUICK);
  return c.body(new Uint8Array(body), status, { "content-type": "text/html; charset=UTF-8", "content-encoding": "gzip" });
}

function shellOf(c: AppContext): Shell {
  const language = c.get("language");
  const visitor = c.get("visitor");
  const url = new URL(c.req.url);
  const common = { assets: c.get("assets"), language, path: url.pathname + url.search };
  if (visitor.kind !== "agent") return common;
  const { agent, authority, authorities, unreadNotifications } = visitor;
  return {
    ...common,
    authority: { name: authority.name, isDemo: authority.isDemonstration },
    person: { name: agent.name, href: "/mon-compte" },
    notifications: unreadNotifications,
    switchHref: authorities > 1 ? "/mes-collectivites" : undefined,
    nav: navFor(c.get("navigation"), agent, language),
  };
}

/** By roles: whoever has the same ones is shown the same navigation. */
const navs = onceFor((_items: readonly NavigationItem[]) => new Map<string, readonly NavItem[]>());

function navFor(items: readonly NavigationItem[], agent: Agent, language: Language): readonly NavItem[] {
  const known = navs(items, language);
  const roles = agent.roles.join(" ");
  const nav = known.get(roles) ?? navOf(items, agent, language);
  known.set(roles, nav);
  return nav;
}

function navOf(items: readonly NavigationItem[], agent: Agent, language: Language): readonly NavItem[] {
  return items
    .filter(({ action }) => agent.may(action))
    .map(({ href, label, also, parts }) => ({
      href,
      label: label[language],
      also,
      ...(parts && { parts: navOf(parts, agent, language) }),
    }));
}

/** What was typed, in the shape in which the fields of `Form` look for it. Files cannot be given back to a browser. */
export function valuesOf(form: FormValues): TypedValues {
  return Object.fromEntries(Object.entries(form).map(([name, all]) => [name, all.filter((value) => typeof value === "string")]));
}
