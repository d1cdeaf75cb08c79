import type { ContentfulStatusCode } from "hono/utils/http-status";
import { ButtonLink } from "#src/platform/ui/link.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { AppContext } from "./context.ts";
import { show } from "./show.tsx";
import { httpTexts } from "./texts.ts";

/** A page that says what went wrong and offers a way out. */
export function showProblem(c: AppContext, status: ContentfulStatusCode, title: string, text: string): Promise<Response> {
  return show(
    c,
    { title, status },
    <>
      <Title title={title} />
      <p>{text}</p>
      <p>
        <ButtonLink href="/">{httpTexts(c.get("language")).backHome}</ButtonLink>
      </p>
    </>,
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
