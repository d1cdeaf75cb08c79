import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { agentOfRequest } from "#src/platform/http/context.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { EmptyState } from "#src/platform/ui/empty-state.tsx";
import { formatDate, formatNumber } from "#src/platform/ui/format.ts";
import { Stack } from "#src/platform/ui/layout.tsx";
import { Link } from "#src/platform/ui/link.tsx";
import { Pagination } from "#src/platform/ui/pagination.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { type Column, DataTable } from "#src/platform/ui/table.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { type CountedFunction, countedFunctions } from "../db/browse-functions.ts";
import { type FailedSearch, failedSearches } from "../db/failed-searches.ts";
import { FAMILIES } from "./families.ts";
import { hrefOf } from "./listing.ts";
import { catalogueTexts } from "./texts.ts";

const PATH = "/catalogue/fonctions";
const FAILED_PATH = "/catalogue/recherches-sans-reponse";
const PAGE_SIZE = 50;

/** The functions of a local authority, and the searches that found nothing. To be declared before /catalogue/:slug. */
export function functionRoutes(routes: Routes, deps: Deps): void {
  routes.get(PATH, "read-catalogue", async (c) => {
    const language = c.get("language");
    const t = catalogueTexts(language);
    const functions = await readAuthority(deps.db, agentOfRequest(c).authorityId, countedFunctions);
    const breadcrumbs = [{ label: t.title, href: "/catalogue" }, { label: t.functions.title }];
    return show(c, { title: t.functions.title, breadcrumbs }, <FunctionsPage functions={functions} language={language} />);
  });

  routes.get(FAILED_PATH, "manage-catalogue", async (c) => {
    const language = c.get("language");
    const t = catalogueTexts(language);
    const page = Math.min(Math.max(Number.parseInt(c.req.query("page") ?? "1", 10) || 1, 1), 1_000);
    const part = { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE };
    const found = await readAuthority(deps.db, agentOfRequest(c).authorityId, (reader) => failedSearches(reader, part));
    const breadcrumbs = [{ label: t.title, href: "/catalogue" }, { label: t.failed.title }];
    return show(c, { title: t.failed.title, breadcrumbs }, <FailedPage {...found} page={page} language={language} />);
  });
}

function FunctionsPage({ functions, language }: { functions: readonly CountedFunction[]; language: Language }): JSX.Element {
  const t = catalogueTexts(language).functions;
  const families = Map.groupBy(functions, ({ family }) => family);
  const known = [...Object.keys(FAMILIES), ...families.keys()];
  const order = [...new Set(known)].filter((family) => families.has(family));
  if (order.length === 0) return <EmptyState title={t.title}>{<p>{t.none}</p>}</EmptyState>;
  return (
    <>
      <Title title={t.title} lead={t.lead} />
      <Stack>
        <nav aria-label={t.families}>
          <ul class="links small">
            {order.map((family) => (
              <li>
                <a href={`#${family}`}>{FAMILIES[family]?.[language] ?? family}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="families">
          {order.map((family) => (
            <Sheet title={FAMILIES[family]?.[language] ?? family} id={family}>
              <ul class="small">
                {(families.get(family) ?? []).map(({ label, free }) => (
                  <li>
                    <Link href={hrefOf({ search: label[language] })}>{label[language]}</Link>
                    <span class="soft num">{`\u00a0(${formatNumber(free, language)})`}</span>
                  </li>
                ))}
              </ul>
            </Sheet>
          ))}
        </div>
        <p class="soft small">{t.counted}</p>
      </Stack>
    </>
  );
}

type FailedPageProps = { searches: readonly FailedSearch[]; total: number; page: number; language: Language };

function FailedPage({ searches, total, page, language }: FailedPageProps): JSX.Element {
  const t = catalogueTexts(language).failed;
  const columns: readonly Column<FailedSearch>[] = [
    { key: "texte", label: t.asked, render: ({ asked }) => <Link href={hrefOf({ search: asked })}>{asked}</Link> },
    { key: "fois", label: t.times, align: "end", render: ({ times }) => <span class="num">{formatNumber(times, language)}</span> },
    { key: "derniere", label: t.last, render: ({ lastAt }) => formatDate(lastAt, language) },
  ];
  const none = (
    <EmptyState title={t.noneTitle}>
      <p>{t.none}</p>
    </EmptyState>
  );
  return (
    <>
      <Title title={t.title} lead={t.lead} />
      <DataTable caption={t.title} columns={columns} rows={searches} empty={none} />
      <Pagination page={page} pages={Math.ceil(total / PAGE_SIZE)} hrefOf={(each) => `${FAILED_PATH}?page=${each}`} />
    </>
  );
}
