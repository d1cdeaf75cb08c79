import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { EmptyState } from "#src/platform/ui/empty-state.tsx";
import { ActionForm } from "#src/platform/ui/form.tsx";
import { formatDate } from "#src/platform/ui/format.ts";
import { Stack } from "#src/platform/ui/layout.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Pagination, ResultCount } from "#src/platform/ui/pagination.tsx";
import { DataTable } from "#src/platform/ui/table.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { FollowedPage } from "../db/follows.ts";
import { WATCH_PATH } from "../domain/notifications.ts";
import { watchTexts } from "./texts.ts";
import { PAGE_SIZE } from "./watch-query.ts";

export type FollowsPageProps = { readonly language: Language; readonly page: number; readonly list: FollowedPage };

/** What one person follows, to follow it no longer. */
export function FollowsPage({ language, page, list }: FollowsPageProps): JSX.Element {
  const texts = watchTexts(language);
  const t = texts.follows;
  if (list.total === 0) {
    return (
      <>
        <Title title={t.title} />
        <EmptyState title={t.emptyTitle} action={<ButtonLink href="/catalogue">{texts.openCatalogue}</ButtonLink>}>
          <p>{t.empty}</p>
        </EmptyState>
      </>
    );
  }
  return (
    <Stack>
      <Title
        title={t.title}
        lead={t.lead}
        actions={<ButtonLink href={`${WATCH_PATH}?perimetre=suivis`}>{texts.page.toWatch}</ButtonLink>}
      />
      <ResultCount total={list.total} noun={t.noun} />
      <DataTable
        caption={t.title}
        rows={list.rows}
        columns={[
          { key: "logiciel", label: texts.columns.software, render: ({ slug, name }) => <Link href={`/catalogue/${slug}`}>{name}</Link> },
          { key: "depuis", label: t.since, render: ({ since }) => formatDate(since, language) },
          {
            key: "action",
            label: t.action,
            render: ({ slug, name }) => (
              <ActionForm
                action={`/catalogue/${slug}/suivi`}
                fields={{ suivre: "non", retour: "suivis" }}
                variant="secondary"
                size="sm"
                context={name}
              >
                {texts.page.unfollow}
              </ActionForm>
            ),
          },
        ]}
      />
      <Pagination page={page} pages={Math.ceil(list.total / PAGE_SIZE)} hrefOf={(each) => `${WATCH_PATH}/suivis?page=${each}`} />
    </Stack>
  );
}
