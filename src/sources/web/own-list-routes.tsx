import { type CellValue, writeCsv } from "hucre/csv";
import { publiccodeStream, softwareBySlugs } from "#src/catalogue/public.ts";
import { dayOf } from "#src/kernel/dates.ts";
import type { Language } from "#src/kernel/language.ts";
import { type AuthorityReader, readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { type OwnEntry, ownEntries } from "../db/own-list.ts";
import { fieldsOf } from "../domain/own-words.ts";
import { type OwnVersion, ownVersionOf } from "../usecases/own-version.ts";
import { OwnListPage } from "./own-list-page.tsx";
import { OWN_PAGE_SIZE, OWN_PATH, ownHref, ownQueryOf } from "./own-query.ts";
import { ownTexts } from "./own-texts.ts";
import { fieldsInWords } from "./own-words-in-words.ts";

/** Lines of a file at most: beyond it, the list is filtered first. */
const MOST_EXPORTED = 500;

/** What the authority says itself, as a list and as files for whoever maintains the software. Before /catalogue/:slug. */
export function ownListRoutes(routes: Routes, deps: Deps): void {
  routes.get(OWN_PATH, "read-catalogue", (c) => showList(c, deps));
  routes.get(`${OWN_PATH}/export.csv`, "read-catalogue", async (c) => {
    const { entries } = await listed(c, deps, { limit: MOST_EXPORTED, offset: 0 });
    const text = writeCsv(rowsOf(entries, c.get("language")), { delimiter: ";", bom: true, escapeFormulae: true });
    return sendFile(c, deps, text, { type: "text/csv; charset=utf-8", extension: "csv" });
  });
  routes.get(`${OWN_PATH}/export.yml`, "read-catalogue", async (c) => {
    const { entries } = await listed(c, deps, { limit: MOST_EXPORTED, offset: 0 });
    const slugs = entries.filter(({ withdrawnAt, isThere }) => withdrawnAt === null && isThere).map(({ slug }) => slug);
    const { authorityId } = agentOfRequest(c);
    const versions = await readAuthority(deps.db, authorityId, (reader) => versionsOf(reader, [...new Set(slugs)]));
    const software = versions.map((version) => version.software);
    const own = new Map(versions.map((version) => [version.software.slug, version]));
    const text = publiccodeStream(software, c.get("language"), deps.now(), (slug) => own.get(slug));
    // RFC 9512.
    return sendFile(c, deps, text, { type: "application/yaml; charset=utf-8", extension: "yml" });
  });
}

/** A file asked for once in a while: each software is made from all that is said of it, one after the other. */
async function versionsOf(reader: AuthorityReader, slugs: readonly string[]): Promise<readonly OwnVersion[]> {
  const versions: OwnVersion[] = [];
  for (const software of await softwareBySlugs(reader, slugs)) {
    const version = await ownVersionOf(reader, software);
    if (version !== undefined) versions.push(version);
  }
  return versions;
}

type Part = { readonly limit: number; readonly offset: number };

function listed(c: AppContext, deps: Deps, part: Part): ReturnType<typeof ownEntries> {
  return readAuthority(deps.db, agentOfRequest(c).authorityId, (reader) => ownEntries(reader, { ...ownQueryOf(c.req.url), ...part }));
}

async function showList(c: AppContext, deps: Deps): Promise<Response> {
  const query = ownQueryOf(c.req.url);
  const list = await listed(c, deps, { limit: OWN_PAGE_SIZE, offset: (query.page - 1) * OWN_PAGE_SIZE });
  if (list.entries.length === 0 && query.page > 1) return c.redirect(ownHref(query, { page: 1 }), 303);
  const language = c.get("language");
  const t = ownTexts(language);
  const breadcrumbs = [{ label: t.catalogue, href: "/catalogue" }, { label: t.own.title }];
  const mayCorrect = agentOfRequest(c).may("correct-catalogue");
  return show(c, { title: t.own.title, breadcrumbs }, <OwnListPage {...{ language, query, mayCorrect }} {...list} />);
}

function rowsOf(entries: readonly OwnEntry[], language: Language): CellValue[][] {
  const { own: t } = ownTexts(language);
  const rows = entries.map(({ slug, name, words, reason, saidAt, saidByName, withdrawnAt }) => [
    ...[slug, name, fieldsInWords(fieldsOf(words), language), reason, dayOf(saidAt), saidByName],
    t.states[withdrawnAt === null ? "standing" : "withdrawn"],
  ]);
  return [Object.values(t.head), ...rows];
}

function sendFile(c: AppContext, { now }: Deps, text: string, file: { readonly type: string; readonly extension: string }): Response {
  const name = `${ownTexts(c.get("language")).own.fileName}-${dayOf(now())}.${file.extension}`;
  return c.body(text, 200, { "content-type": file.type, "content-disposition": `attachment; filename="${name}"` });
}
