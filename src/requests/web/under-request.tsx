import type { Child } from "hono/jsx";
import type { Language } from "#src/kernel/language.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import { show } from "#src/platform/http/show.tsx";
import type { Crumb } from "#src/platform/ui/breadcrumbs.tsx";
import { Narrow, Stack } from "#src/platform/ui/layout.tsx";
import { Link } from "#src/platform/ui/link.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { FormStatus } from "./entry-form.tsx";
import { formTexts } from "./form-texts.ts";
import { requestTexts } from "./texts.ts";
import type { RequestView } from "./view.ts";

/** The way to a page that stands under a request. */
export function crumbsUnder({ request }: RequestView, label: string, language: Language): readonly Crumb[] {
  return [
    { label: requestTexts(language).requests, href: "/demandes" },
    { label: request.reference, href: `/demandes/${request.id}` },
    { label },
  ];
}

type Shown = {
  readonly title: string;
  /** Its name on the way to it; the title, unless told otherwise. */
  readonly crumb?: string;
  /** Beside the need that the request is about. */
  readonly facts?: readonly Child[];
  readonly status: FormStatus;
};

/** A page of one thing under a request, with the way back to it. */
export function showUnderRequest(
  c: AppContext,
  view: RequestView,
  { title, crumb = title, facts = [], status }: Shown,
  content: Child,
): Promise<Response> {
  const language = c.get("language");
  return show(
    c,
    { title, breadcrumbs: crumbsUnder(view, crumb, language), status },
    <Narrow>
      <Title title={title} facts={[view.need.title, ...facts]} />
      <Stack>
        {content}
        <p>
          <Link href={`/demandes/${view.request.id}`}>{formTexts(language).cancel}</Link>
        </p>
      </Stack>
    </Narrow>,
  );
}
