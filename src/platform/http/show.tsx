import type { Child } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Crumb } from "#src/platform/ui/breadcrumbs.tsx";
import type { TypedValues } from "#src/platform/ui/form-context.tsx";
import type { NoticeKind } from "#src/platform/ui/notice.tsx";
import { Page } from "#src/platform/ui/page.tsx";
import type { Shell } from "#src/platform/ui/shell.ts";
import type { AppContext } from "./context.ts";
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
  return c.html(`<!doctype html>${String(await page.toString())}`, status ?? 200);
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
    nav: c
      .get("navigation")
      .filter(({ action }) => agent.may(action))
      .map(({ href, label }) => ({ href, label: label[language] })),
  };
}

/** What was typed, in the shape in which the fields of `Form` look for it. Files cannot be given back to a browser. */
export function valuesOf(form: FormValues): TypedValues {
  return Object.fromEntries(Object.entries(form).map(([name, all]) => [name, all.filter((value) => typeof value === "string")]));
}
