import type { ContentfulStatusCode } from "hono/utils/http-status";
import { Actions } from "#src/platform/ui/form.tsx";
import { Narrow } from "#src/platform/ui/layout.tsx";
import { ButtonLink } from "#src/platform/ui/link.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { AppContext } from "./context.ts";
import { show } from "./show.tsx";
import { httpTexts } from "./texts.ts";

export type WayOut = { readonly href: string; readonly label: string };

/** A page that says what went wrong and offers a way out: home, unless something nearer mends it. */
export function showProblem(c: AppContext, status: ContentfulStatusCode, title: string, text: string, wayOut?: WayOut): Promise<Response> {
  const { href, label } = wayOut ?? { href: "/", label: httpTexts(c.get("language")).backHome };
  return show(
    c,
    { title, status },
    <Narrow>
      <Title title={title} />
      <p>{text}</p>
      <Actions>
        <ButtonLink href={href}>{label}</ButtonLink>
      </Actions>
    </Narrow>,
  );
}

/** What does not exist, and what belongs to another authority: one same answer. */
export function notFound(c: AppContext): Promise<Response> {
  const t = httpTexts(c.get("language"));
  return showProblem(c, 404, t.notFoundTitle, t.notFound);
}

export function forbidden(c: AppContext): Promise<Response> {
  const t = httpTexts(c.get("language"));
  return showProblem(c, 403, t.forbiddenTitle, t.forbidden);
}
