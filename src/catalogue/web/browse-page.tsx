import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { EmptyState } from "#src/platform/ui/empty-state.tsx";
import { counted, formatNumber } from "#src/platform/ui/format.ts";
import { Grid, Stack } from "#src/platform/ui/layout.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { CountedCategory } from "../db/browse-software.ts";
import { THEMES, type Theme } from "../domain/themes.ts";
import { Filters, type ListProps } from "./list-page.tsx";
import { addHref, hrefOf } from "./listing.ts";
import { catalogueTexts } from "./texts.ts";

export type BrowseProps = ListProps & {
  readonly size: { readonly free: number; readonly proprietary: number };
  readonly mayCorrect: boolean;
};

/** The watch: another slice's page, of which the catalogue knows the address alone. */
const WATCH: Readonly<Record<Language, string>> = { fr: "Ouvrir la veille", en: "Open the watch" };

/** Nothing was asked yet: what the catalogue holds, by the things that a local authority does. */
export function BrowsePage({ size, mayCorrect, ...list }: BrowseProps): JSX.Element {
  const t = catalogueTexts(list.language);
  if (size.free + size.proprietary === 0) {
    return (
      <>
        <Title title={t.title} />
        <EmptyState title={t.emptyTitle}>
          <p>{t.empty}</p>
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <Title
        title={t.title}
        lead={t.lead(counted(size.free, t.freeCount, list.language), counted(size.proprietary, t.proprietaryCount, list.language))}
        actions={
          <>
            <ButtonLink href="/veille">{WATCH[list.language]}</ButtonLink>
            {mayCorrect && <ButtonLink href={addHref("")}>{t.addOne}</ButtonLink>}
          </>
        }
      />
      <Stack>
        <Filters {...list} />
        <Examples language={list.language} />
        <ul class="links">
          {t.around.map(({ href, label }) => (
            <li>
              <Link href={href}>{label}</Link>
            </li>
          ))}
        </ul>
        <Sheet title={t.browse} intro={t.browseIntro}>
          <Grid>
            {(Object.keys(THEMES) as Theme[]).map((theme) => (
              <ThemeList theme={theme} categories={list.categories} language={list.language} />
            ))}
          </Grid>
        </Sheet>
      </Stack>
    </>
  );
}

function Examples({ language }: { language: Language }): JSX.Element {
  const t = catalogueTexts(language);
  return (
    <p class="small">
      <span class="soft">{t.tryThese}</span>
      {t.examples.map((example, index) => [index === 0 ? " " : ", ", <Link href={hrefOf({ search: example })}>{example}</Link>])}
    </p>
  );
}

function ThemeList({
  theme,
  categories,
  language,
}: {
  theme: Theme;
  categories: readonly CountedCategory[];
  language: Language;
}): JSX.Element | null {
  const t = catalogueTexts(language);
  const own = THEMES[theme].flatMap((id) => categories.filter((category) => category.id === id && category.all > 0));
  if (own.length === 0) return null;
  return (
    <div>
      <h3>{t.themes[theme]}</h3>
      <ul class="small">
        {own.map(({ id, label, free }) => (
          <li>
            <Link href={hrefOf({ category: id })}>{label[language]}</Link> <span class="soft num">({formatNumber(free, language)})</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
