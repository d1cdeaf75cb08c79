import { authorityBySlug, authoritySettings, type PublicAuthority } from "#src/authorities/public.ts";
import { isUuid } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { notFound } from "#src/platform/http/errors.tsx";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { recordOfRequest } from "../db/decision-records.ts";
import { publicDecisions, recordByReference } from "../db/public-decisions.ts";
import { decisionRecordSchema, SCHEMA_PATH } from "./decision-record-schema.ts";
import { PublicDecisionsPage, publicDecisionPath, publicPath } from "./public-decisions-page.tsx";
import {
  answerRecord,
  documentOf,
  internalVersion,
  type PublishedRecord,
  publicVersion,
  RECORD_FORMATS,
  type RecordFormat,
} from "./record-file.ts";
import { RecordPage } from "./record-page.tsx";
import { recordPageTexts } from "./record-page-texts.ts";
import { showPublic } from "./show-public.tsx";

const PAGE_SIZE = 20;
const LONGEST_SEARCH = 200;

/** The decision record in all its forms: inside, with names; and in public, where the authority publishes its decisions. */
export function recordRoutes(routes: Routes, deps: Deps): void {
  routes.get("/demandes/:id/dossier", "read-requests", (c) => showInternal(c, deps));
  for (const format of RECORD_FORMATS) routes.get(`/demandes/:id/dossier.${format}`, "read-requests", (c) => sendInternal(c, deps, format));
  routes.get("/public/:slug", "public", (c) => showDecisions(c, deps));
  // One address for the page and its files: « 2026-041 », « 2026-041.pdf ».
  routes.get("/public/:slug/decisions/:file", "public", (c) => answerDecision(c, deps));
  routes.get(SCHEMA_PATH, "public", (c) => sendSchema(c, deps));
}

function sendSchema(c: AppContext, { config }: Deps): Response {
  c.header("access-control-allow-origin", "*");
  c.header("cache-control", "public, max-age=86400");
  c.header("content-type", "application/schema+json; charset=utf-8");
  return c.body(JSON.stringify(decisionRecordSchema(config.publicUrl), null, 2));
}

async function showInternal(c: AppContext, deps: Deps): Promise<Response> {
  const found = await loadInternal(deps, c);
  if (found === undefined) return notFound(c);
  const { published, id, publicHref } = found;
  const language = c.get("language");
  const t = recordPageTexts(language);
  const path = `/demandes/${id}`;
  const breadcrumbs = [{ label: t.requests, href: "/demandes" }, { label: published.record.reference, href: path }, { label: t.record }];
  return show(
    c,
    { title: documentOf(published, language).title, breadcrumbs },
    <RecordPage published={published} language={language} path={`${path}/dossier`} publicPath={publicHref} />,
  );
}

async function sendInternal(c: AppContext, deps: Deps, format: RecordFormat): Promise<Response> {
  const found = await loadInternal(deps, c);
  return found === undefined ? notFound(c) : answerRecord(c, found.published, format);
}

type Internal = { readonly id: string; readonly published: PublishedRecord; readonly publicHref: string | undefined };

async function loadInternal({ db, config }: Deps, c: AppContext): Promise<Internal | undefined> {
  const id = c.req.param("id");
  if (!isUuid(id)) return undefined;
  return readAuthority(db, agentOfRequest(c).authorityId, async (reader) => {
    const sealed = await recordOfRequest(reader, id);
    if (sealed === undefined) return undefined;
    const published = internalVersion(sealed, new URL(`/demandes/${id}/dossier`, config.publicUrl).href);
    const { slug, publishesDecisions } = await authoritySettings(reader);
    return { id, published, publicHref: publishesDecisions ? publicDecisionPath(slug, published.record.reference) : undefined };
  });
}

async function showDecisions(c: AppContext, deps: Deps): Promise<Response> {
  const authority = await publishing(deps, c);
  if (authority === undefined) return notFound(c);
  const language = c.get("language");
  const search = searchOf(c);
  const found = await readAuthority(deps.db, authority.id, (reader) => publicDecisions(reader, search, pageOf(c), PAGE_SIZE));
  const title = recordPageTexts(language).publicTitle(authority.name);
  return showPublic(
    c,
    authority,
    { title },
    <PublicDecisionsPage authority={authority} found={found} search={search} language={language} />,
  );
}

async function answerDecision(c: AppContext, deps: Deps): Promise<Response> {
  const authority = await publishing(deps, c);
  const [, reference, extension] = /^(\d{4}-\d{3,6})(?:\.(\w+))?$/.exec(c.req.param("file") ?? "") ?? [];
  const format = RECORD_FORMATS.find((known) => known === extension);
  if (authority === undefined || reference === undefined || (extension !== undefined && format === undefined)) return notFound(c);
  const sealed = await readAuthority(deps.db, authority.id, (reader) => recordByReference(reader, reference));
  if (sealed === undefined) return notFound(c);
  const path = publicDecisionPath(authority.slug, reference);
  const published = publicVersion(sealed, new URL(path, deps.config.publicUrl).href);
  // « 2026-0041 » is no reference: each record has one address.
  if (published.record.reference !== reference) return notFound(c);
  return format === undefined ? showDecision(c, authority, published, path) : answerRecord(c, published, format);
}

function showDecision(c: AppContext, authority: PublicAuthority, published: PublishedRecord, path: string): Promise<Response> {
  const language = c.get("language");
  const t = recordPageTexts(language);
  const breadcrumbs = [{ label: t.publicTitle(authority.name), href: publicPath(authority.slug) }, { label: published.record.reference }];
  const title = documentOf(published, language).title;
  return showPublic(c, authority, { title, breadcrumbs }, <RecordPage published={published} language={language} path={path} />);
}

/** The authority of the address, when it publishes its decisions. One that does not is as if it were not there. */
async function publishing({ db }: Deps, c: AppContext): Promise<PublicAuthority | undefined> {
  const slug = c.req.param("slug") ?? "";
  if (!/^[a-z0-9-]{1,100}$/.test(slug)) return undefined;
  const authority = await authorityBySlug(db, slug);
  return authority?.publishesDecisions === true ? authority : undefined;
}

function pageOf(c: AppContext): number {
  const asked = c.req.query("page") ?? "";
  return /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1;
}

/** PostgreSQL stores no NUL, and nobody types control characters on purpose. */
function searchOf(c: AppContext): string {
  const typed = (c.req.query("recherche") ?? "").replace(/\p{Cc}+/gu, " ").toWellFormed();
  return typed.trim().slice(0, LONGEST_SEARCH).toWellFormed();
}
