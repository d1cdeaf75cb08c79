import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Agent } from "#src/kernel/agent.ts";
import type { Language } from "#src/kernel/language.ts";
import type { AuthorityReader } from "#src/platform/db/in-authority.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { ConfirmDialog } from "#src/platform/ui/dialog.tsx";
import { ActionForm, Actions } from "#src/platform/ui/form.tsx";
import { formatDate } from "#src/platform/ui/format.ts";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { declaredEndsOf } from "../db/declared-ends.ts";
import { isFollowing } from "../db/follows.ts";
import type { DeclaredEnd } from "../domain/declared-end.ts";
import { WATCH_PATH } from "../domain/notifications.ts";
import { watchTexts } from "./texts.ts";

/** What the watch says on a software's page: the ends of life that the authority entered, and whether the reader follows it. */
export async function watchSections(
  reader: AuthorityReader,
  software: { readonly slug: string },
  c: AppContext,
): Promise<{ readonly story: Child; readonly beside: Child }> {
  const agent = agentOfRequest(c);
  const language = c.get("language");
  const { slug } = software;
  const ends = await declaredEndsOf(reader, slug);
  const following = await isFollowing(reader, agent.id, slug);
  const mayEnter = agent.may("correct-catalogue");
  return {
    story: (ends.length > 0 || mayEnter) && <Ends slug={slug} ends={ends} mayEnter={mayEnter} language={language} />,
    beside: <Following slug={slug} following={following} agent={agent} language={language} />,
  };
}

function Following(props: { slug: string; following: boolean; agent: Agent; language: Language }): JSX.Element {
  const { slug, following, agent, language } = props;
  const texts = watchTexts(language);
  const t = texts.page;
  return (
    <Sheet title={t.watch} aside={<Link href={WATCH_PATH}>{t.toWatch}</Link>}>
      <p class="small">{following ? t.following : t.notFollowing}</p>
      <Actions>
        <ActionForm action={`/catalogue/${slug}/suivi`} fields={{ suivre: following ? "non" : "oui" }} variant="secondary">
          {following ? t.unfollow : t.follow}
        </ActionForm>
        {agent.may("review-requests") && <ButtonLink href={`/catalogue/${slug}/proposer`}>{texts.suggest}</ButtonLink>}
      </Actions>
    </Sheet>
  );
}

type EndsProps = {
  readonly slug: string;
  readonly ends: readonly DeclaredEnd[];
  readonly mayEnter: boolean;
  readonly language: Language;
};

function Ends({ slug, ends, mayEnter, language }: EndsProps): JSX.Element {
  const t = watchTexts(language).page;
  return (
    <Sheet title={t.endsTitle} intro={t.endsIntro}>
      {ends.length === 0 && <p>{t.noEnd}</p>}
      {ends.length > 0 && (
        <ul>
          {ends.map((end) => (
            <li>
              <End end={end} mayEnter={mayEnter} language={language} />
            </li>
          ))}
        </ul>
      )}
      {mayEnter && (
        <p>
          <ButtonLink href={`/catalogue/${slug}/fins-de-vie/nouvelle`}>{t.addEnd}</ButtonLink>
        </p>
      )}
    </Sheet>
  );
}

function End({ end, mayEnter, language }: { end: DeclaredEnd; mayEnter: boolean; language: Language }): JSX.Element {
  const t = watchTexts(language).page;
  const path = `/catalogue/${end.slug}/fins-de-vie/${end.id}`;
  return (
    <>
      {t.end(end.cycle, formatDate(end.endsOn, language))}
      <div class="soft small">
        <Link href={end.readAtUrl} external>
          {t.readAt}
        </Link>
        , {t.enteredBy(end.declaredByName ?? t.somebody, formatDate(end.declaredAt, language))}
      </div>
      {end.knownFromSource && <p class="small">{t.replaced}</p>}
      {mayEnter && (
        <Actions>
          <ButtonLink href={`${path}/modifier`} size="sm">
            {t.editEnd}
            <span class="visually-hidden"> {end.cycle}</span>
          </ButtonLink>
          <ConfirmDialog label={t.removeEnd} title={t.removeTitle(end.cycle)} variant="tertiary">
            <p>{t.removeText}</p>
            <ActionForm action={`${path}/suppression`} variant="danger">
              {t.removeEnd}
            </ActionForm>
          </ConfirmDialog>
        </Actions>
      )}
    </>
  );
}
