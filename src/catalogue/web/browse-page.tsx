import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { EmptyState } from "#src/platform/ui/empty-state.tsx";
import { counted, formatNumber } from "#src/platform/ui/format.ts";
import { Stack } from "#src/platform/ui/layout.tsx";
import { Link } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { CountedCategory } from "../db/browse-software.ts";
import { THEMES, type Theme } from "../domain/themes.ts";
import { Filters, type ListProps } from "./list-page.tsx";
import { addHref, hrefOf } from "./listing.ts";
import { catalogueTexts } from "./texts.ts";

export type BrowseProps = ListProps & {
  readonly categories: readonly CountedCategory[];
  readonly size: { readonly free: number; readonly proprietary: number };
  readonly mayCorrect: boolean;
};

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
      />
      <Stack>
        <Filters {...list} />
        <Examples language={list.language} />
        <Sheet title={t.browse} intro={t.browseIntro} aside={<Link href="/catalogue/fonctions">{t.functions.link}</Link>}>
          <div class="families">
            {(Object.keys(THEMES) as Theme[]).map((theme) => (
              <ThemeList theme={theme} categories={list.categories} language={list.language} />
            ))}
          </div>
        </Sheet>
        <ul class="links">
          {mayCorrect && (
            <li>
              {t.missing} <Link href={addHref("")}>{t.addOne}</Link>
            </li>
          )}
          <li>
            <Link href="/api">{t.api}</Link>
          </li>
        </ul>
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
  const own = THEMES[theme].flatMap((id) => categories.filter((category) => category.id === id));
  if (own.length === 0) return null;
  return (
    <div>
      <h3>{t.themes[theme]}</h3>
      <ul class="small">
        {own.map(({ id, label, free }) => (
          <li>
            <Link href={hrefOf({ category: id })}>{label[language]}</Link>
            <span class="soft num">{`\u00a0(${formatNumber(free, language)})`}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
