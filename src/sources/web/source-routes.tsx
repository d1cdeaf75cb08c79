import { z } from "zod";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { forbidden, notFound } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { type FormIssue, type FormValues, field, parseForm, readForm, typed } from "#src/platform/http/form.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show, valuesOf } from "#src/platform/http/show.tsx";
import { messagesOf } from "#src/platform/http/texts.ts";
import { VERSION_FIELD } from "#src/platform/ui/form.tsx";
import { recentImports } from "../db/imports.ts";
import { pairCounts } from "../db/pair-queue.ts";
import { type CountedSource, countedSources } from "../db/sources.ts";
import { SOURCE_NAMES } from "../domain/source-names.ts";
import { SOURCE_FORMATS, type SourceFormat } from "../domain/source-record.ts";
import { setSourceAddress } from "../usecases/set-source-address.ts";
import { addressOfVersion, SourcePage } from "./source-page.tsx";
import { SourcesPage } from "./sources-page.tsx";
import { sourcePagesTexts } from "./texts.ts";

const IMPORTS_SHOWN = 10;

export function sourcePagesRoutes(routes: Routes, deps: Deps): void {
  routes.get("/catalogue/sources", "read-catalogue", (c) => showSources(c, deps));
  routes.get("/catalogue/sources/:id", "manage-catalogue", (c) => showSource(c, deps));
  routes.post("/catalogue/sources/:id", "manage-catalogue", (c) => changeSource(c, deps));
}

async function showSources(c: AppContext, deps: Deps): Promise<Response> {
  const agent = agentOfRequest(c);
  const language = c.get("language");
  const found = await readAuthority(deps.db, agent.authorityId, async (reader) => ({
    sources: withUnmet(await countedSources(reader)),
    imports: await recentImports(reader, IMPORTS_SHOWN),
    pairs: await pairCounts(reader),
  }));
  const t = sourcePagesTexts(language);
  return show(
    c,
    { title: t.title, breadcrumbs: [{ label: t.catalogue, href: "/catalogue" }, { label: t.title }] },
    <SourcesPage
      {...found}
      language={language}
      now={deps.now()}
      mayManage={agent.may("manage-catalogue")}
      mayCorrect={agent.may("correct-catalogue")}
    />,
  );
}

/** Formats that can be imported, and of which nothing came yet, are shown too: an address may be given to them. */
function withUnmet(sources: readonly CountedSource[]): readonly CountedSource[] {
  const met = new Set(sources.map(({ id }) => id));
  return [...sources, ...SOURCE_FORMATS.filter((format) => !met.has(format)).map(unmet)];
}

function unmet(format: SourceFormat): CountedSource {
  const nothing = { url: null, everyHours: null, etag: null, lastModified: null, checkedAt: null, fetchedAt: null, failure: null };
  return { id: format, format, name: SOURCE_NAMES[format], records: 0, ...nothing };
}

type Again = {
  readonly form: FormValues;
  readonly issues: readonly FormIssue[];
  readonly status: 409 | 422;
};

async function showSource(c: AppContext, deps: Deps, again?: Again): Promise<Response> {
  const { authorityId } = agentOfRequest(c);
  const language = c.get("language");
  const sources = await readAuthority(deps.db, authorityId, async (reader) => withUnmet(await countedSources(reader)));
  const source = sources.find(({ id }) => id === c.req.param("id") && SOURCE_FORMATS.some((format) => format === id));
  if (source === undefined) return notFound(c);
  const t = sourcePagesTexts(language);
  const breadcrumbs = [{ label: t.catalogue, href: "/catalogue" }, { label: t.title, href: "/catalogue/sources" }, { label: source.name }];
  return show(
    c,
    { title: source.name, breadcrumbs, status: again?.status ?? 200 },
    <SourcePage
      language={language}
      now={deps.now()}
      source={source}
      values={again === undefined ? undefined : valuesOf(again.form)}
      errors={messagesOf(again?.issues ?? [], language, { "period-without-address": t.source.noAddress })}
      isStale={again?.status === 409}
    />,
  );
}

const addressSchema = z.object({ adresse: field.optionalWeb(), heures: field.optionalWholeNumber(1, 8_760) });

async function changeSource(c: AppContext, deps: Deps): Promise<Response> {
  const id = c.req.param("id") ?? "";
  const form = await readForm(c);
  const parsed = parseForm(addressSchema, form);
  if (!parsed.ok) return showSource(c, deps, { form, issues: parsed.error, status: 422 });
  const result = await setSourceAddress(deps, agentOfRequest(c), {
    id,
    read: addressOfVersion(typed(form, VERSION_FIELD)),
    wanted: { url: parsed.value.adresse, everyHours: parsed.value.heures },
  });
  if (result.ok) {
    setFlash(c, "success", sourcePagesTexts(c.get("language")).source.saved);
    return c.redirect(`/catalogue/sources/${id}`, 303);
  }
  const { kind } = result.error;
  if (kind === "not-allowed") return forbidden(c);
  if (kind === "unknown-source") return notFound(c);
  if (kind === "stale") return showSource(c, deps, { form, issues: [], status: 409 });
  return showSource(c, deps, { form, issues: [{ field: "adresse", code: kind }], status: 422 });
}
