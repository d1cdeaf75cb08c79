import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import { show } from "#src/platform/http/show.tsx";
import type { Crumb } from "#src/platform/ui/breadcrumbs.tsx";
import { Narrow } from "#src/platform/ui/layout.tsx";
import { ButtonLink } from "#src/platform/ui/link.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { keepSecret } from "../secret-page.ts";
import { PEOPLE_PATH } from "./addresses.ts";
import { underPeople } from "./fields.tsx";
import { administrationTexts } from "./texts.ts";

type HandedLink = {
  readonly title: string;
  /** Where the page stands, under the list of people. */
  readonly crumb: Crumb;
  /** To whom it is handed over. */
  readonly name: string;
  readonly url: string;
  readonly once: string;
  readonly warning?: string | undefined;
};

/** A link that lets somebody in, shown once to whoever hands it over. */
export function showLink(c: AppContext, { crumb, ...link }: HandedLink): Promise<Response> {
  const language = c.get("language");
  keepSecret(c);
  const breadcrumbs = underPeople(language, crumb);
  return show(c, { title: link.title, breadcrumbs }, <HandOverPage language={language} {...link} />);
}

type HandOverProps = Omit<HandedLink, "crumb"> & { readonly language: Language };

function HandOverPage({ language, title, name, url, once, warning }: HandOverProps): JSX.Element {
  const t = administrationTexts(language);
  return (
    <Narrow>
      <Title title={title} lead={t.linkLead(name)} />
      {warning !== undefined && (
        <Notice kind="warning">
          <p>{warning}</p>
        </Notice>
      )}
      <Sheet title={t.linkLabel} intro={once}>
        <p>
          <code>{url}</code>
        </p>
      </Sheet>
      <p>
        <ButtonLink href={PEOPLE_PATH}>{t.backToPeople}</ButtonLink>
      </p>
    </Narrow>
  );
}
