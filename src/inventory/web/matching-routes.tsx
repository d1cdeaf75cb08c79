import { isUuid } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { forbidden, notFound } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { readForm, typed } from "#src/platform/http/form.ts";
import { show, valuesOf } from "#src/platform/http/show.tsx";
import type { FieldError } from "#src/platform/ui/form-context.tsx";
import { importById } from "../db/imports.ts";
import { COLUMNS } from "../domain/import-line.ts";
import type { LayoutRefusal } from "../domain/matching.ts";
import { matchColumns } from "../usecases/match-columns.ts";
import { columnTitle } from "./column-titles.ts";
import { importTexts } from "./import-texts.ts";
import { columnField, MatchingPage, type MatchingPageProps } from "./matching-page.tsx";
import { inventoryTexts } from "./texts.ts";

/** More columns than any file has once read. */
const MOST_COLUMNS = 200;

export async function showMatching(
  c: AppContext,
  deps: Deps,
  refused: Pick<MatchingPageProps, "errors" | "values"> = {},
  status: 200 | 422 = 200,
): Promise<Response> {
  const id = c.req.param("id");
  if (!isUuid(id)) return notFound(c);
  const file = await readAuthority(deps.db, agentOfRequest(c).authorityId, (reader) => importById(reader, id));
  if (file === undefined) return notFound(c);
  const { table, matching, fileName } = file;
  if (table === null) return c.redirect(`/parc/import/${id}`, 303);
  const language = c.get("language");
  const t = importTexts(language);
  const breadcrumbs = [
    { label: inventoryTexts(language).crumb, href: "/parc" },
    { label: t.title, href: "/parc/import" },
    { label: t.matchTitle },
  ];
  const layout = matching?.columns ?? [];
  const page = <MatchingPage language={language} id={id} fileName={fileName} table={table} layout={layout} {...refused} />;
  return show(c, { title: t.matchTitle, breadcrumbs, status }, page);
}

export async function match(c: AppContext, deps: Deps): Promise<Response> {
  const id = c.req.param("id");
  if (!isUuid(id)) return notFound(c);
  const form = await readForm(c);
  const columns = Array.from({ length: MOST_COLUMNS }, (_, place) => {
    const said = typed(form, columnField(place));
    return COLUMNS.find((column) => column === said) ?? null;
  });
  const result = await matchColumns(deps, agentOfRequest(c), { id, columns });
  if (result.ok) return c.redirect(`/parc/import/${id}`, 303);
  const { error } = result;
  if (error.kind === "not-allowed") return forbidden(c);
  if (error.kind === "not-found") return notFound(c);
  if (error.kind === "mismatched") {
    const errors = error.refusals.flatMap((refusal) => errorsOf(refusal, c));
    return showMatching(c, deps, { errors, values: valuesOf(form) }, 422);
  }
  setFlash(c, "warning", importTexts(c.get("language")).alreadyImported);
  return c.redirect(`/parc/import/${id}`, 303);
}

function errorsOf(refusal: LayoutRefusal, c: AppContext): readonly FieldError[] {
  const language = c.get("language");
  const t = importTexts(language).matchRefusals;
  if (refusal.kind === "no-name-column") return [{ field: columnField(0), message: t["no-name-column"] }];
  const message = t["column-twice"](columnTitle(refusal.column, language));
  return refusal.places.slice(1).map((place) => ({ field: columnField(place), message }));
}
