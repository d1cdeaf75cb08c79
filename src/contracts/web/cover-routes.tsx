import { chooseInstallations } from "#src/inventory/public.ts";
import { type InstallationId, isUuid } from "#src/kernel/ids.ts";
import type { Language } from "#src/kernel/language.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { forbidden, notFound } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { type FormValues, readForm, typed, typedAll } from "#src/platform/http/form.ts";
import { versionOf } from "#src/platform/http/form-marks.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show, valuesOf } from "#src/platform/http/show.tsx";
import type { FieldError } from "#src/platform/ui/form-context.tsx";
import { formatNumber } from "#src/platform/ui/format.ts";
import { contractById } from "../db/contracts.ts";
import type { ContractId, Cover } from "../domain/contract.ts";
import { MOST_COVERED, parseShare } from "../domain/shares.ts";
import { type CoverInstallationsRefusal, coverInstallations } from "../usecases/cover-installations.ts";
import { CoverPage, type Proposed } from "./cover-page.tsx";
import type { Refused, ShownConflict } from "./form-pages.tsx";
import { LIST_PATH, searchOf } from "./listing.ts";
import { pageTexts } from "./page-texts.ts";
import { contractTexts } from "./texts.ts";

export function coverRoutes(routes: Routes, deps: Deps): void {
  routes.get(`${LIST_PATH}/:id/couverture`, "manage-inventory", (c) => showCover(c, deps));
  routes.post(`${LIST_PATH}/:id/couverture`, "manage-inventory", (c) => cover(c, deps));
}

const PROPOSED = 10;

async function showCover(
  c: AppContext,
  deps: Deps,
  refused: Refused & { readonly conflict?: ShownConflict; readonly asked?: readonly string[] } = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const id = c.req.param("id");
  if (!isUuid(id)) return notFound(c);
  const search = searchOf(c.req.query("recherche"));
  const { asked = [], ...shown } = refused;
  const read = await readAuthority(deps.db, agentOfRequest(c).authorityId, async (reader) => {
    const contract = await contractById(reader, id);
    if (contract === undefined) return undefined;
    const limit = asked.length === 0 ? PROPOSED + contract.covers.length : 1_000;
    const found = await chooseInstallations(reader, { search, limit });
    return { contract, proposed: keptShort(found, new Set([...asked, ...contract.covers.map((each) => each.installationId)])) };
  });
  if (read === undefined) return notFound(c);
  const language = c.get("language");
  const t = contractTexts(language);
  const { title } = read.contract;
  const breadcrumbs = [
    { label: t.crumb, href: "/parc" },
    { label: t.title, href: LIST_PATH },
    { label: title, href: `${LIST_PATH}/${id}` },
    { label: pageTexts(language).covers },
  ];
  const page = <CoverPage language={language} search={search} {...read} {...shown} />;
  return show(c, { title: pageTexts(language).cover.title(title), breadcrumbs, status }, page);
}

/** What was ticked, whatever its place, and the first of the others. */
function keptShort(found: readonly Proposed[], asked: ReadonlySet<string>): readonly Proposed[] {
  const others = found.filter(({ id }) => !asked.has(id)).slice(0, PROPOSED);
  const shown = new Set(others.map(({ id }) => id));
  return found.filter(({ id }) => asked.has(id) || shown.has(id));
}

async function cover(c: AppContext, deps: Deps): Promise<Response> {
  const id = c.req.param("id");
  if (!isUuid(id)) return notFound(c);
  const language = c.get("language");
  const t = pageTexts(language);
  const form = await readForm(c);
  const asked = [...new Set(typedAll(form, "installations"))];
  const again = { values: valuesOf(form), asked: asked.filter(isUuid).slice(0, MOST_COVERED) };
  const { covers, errors } = coversOf(form, asked, language);
  if (errors.length > 0) return showCover(c, deps, { ...again, errors }, 422);
  const version = versionOf(form);
  const result = await coverInstallations(deps, agentOfRequest(c), { id: id as ContractId, version, covers });
  if (result.ok) {
    setFlash(c, "success", t.cover.saved);
    return c.redirect(`${LIST_PATH}/${id}`, 303);
  }
  const { error } = result;
  if (error.kind === "not-allowed") return forbidden(c);
  if (error.kind === "not-found") return notFound(c);
  if (error.kind !== "stale") return showCover(c, deps, { ...again, errors: [{ field: "", message: inWords(error, language) }] }, 422);
  const names = (ids: readonly string[]): string =>
    error.current.covers
      .filter((each) => ids.includes(each.installationId))
      .map(({ name }) => name)
      .join(", ");
  const conflict = {
    changedBy: error.change?.byName ?? contractTexts(language).form.somebody,
    changedAt: (error.change?.at ?? deps.now()).toISOString(),
    fields: [
      { label: t.covers, yours: names(asked) || String(asked.length), theirs: error.current.covers.map(({ name }) => name).join(", ") },
    ],
  };
  return showCover(c, deps, { ...again, conflict }, 409);
}

type Refusal = Exclude<CoverInstallationsRefusal, { kind: "not-allowed" | "not-found" | "stale" }>;

function inWords(refusal: Refusal, language: Language): string {
  const t = pageTexts(language).cover;
  if (refusal.kind === "shares-over-100") return t.over(formatNumber(refusal.sum, language));
  if (refusal.kind === "too-many-covered") return t.tooMany(formatNumber(refusal.most, language));
  return contractTexts(language).issues[refusal.kind] ?? refusal.kind;
}

/** What is ticked, with the share typed beside it; an empty one is an equal part. */
function coversOf(
  form: FormValues,
  asked: readonly string[],
  language: Language,
): { covers: readonly Cover[]; errors: readonly FieldError[] } {
  const covers: Cover[] = [];
  const errors: FieldError[] = [];
  for (const id of asked) {
    if (!isUuid(id)) return { covers, errors: [{ field: "", message: contractTexts(language).issues["unknown-installation"] ?? "" }] };
    const text = typed(form, `part-${id}`).trim();
    const share = text === "" ? null : parseShare(text);
    if (share === undefined) errors.push({ field: `part-${id}`, message: pageTexts(language).cover.wrongShare });
    else covers.push({ installationId: id as InstallationId, share });
  }
  return { covers, errors };
}
