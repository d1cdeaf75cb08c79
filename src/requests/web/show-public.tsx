import type { JSX } from "hono/jsx/jsx-runtime";
import type { PublicAuthority } from "#src/authorities/public.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import type { Crumb } from "#src/platform/ui/breadcrumbs.tsx";
import { documentOf } from "#src/platform/ui/document.ts";
import { Page } from "#src/platform/ui/page.tsx";

type Shown = { readonly title: string; readonly breadcrumbs?: readonly Crumb[] };

/** A page of one authority for anybody: its name at the top, no navigation. Search engines find it, unless the authority is fictitious. */
export async function showPublic(
  c: AppContext,
  { name, isDemonstration }: PublicAuthority,
  { title, breadcrumbs }: Shown,
  content: JSX.Element,
): Promise<Response> {
  const visitor = c.get("visitor");
  const { pathname, search } = new URL(c.req.url);
  const shell = {
    assets: c.get("assets"),
    language: c.get("language"),
    path: pathname + search,
    authority: { name, isDemo: isDemonstration },
    person: visitor.kind === "agent" ? { name: visitor.agent.name, href: "/mon-compte" } : undefined,
  };
  const page = (
    <Page title={title} shell={shell} breadcrumbs={breadcrumbs} noindex={isDemonstration}>
      {content}
    </Page>
  );
  return c.html(await documentOf(page));
}
