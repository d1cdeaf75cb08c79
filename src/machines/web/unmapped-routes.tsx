import { z } from "zod";
import { softwareNames } from "#src/catalogue/public.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { forbidden, notFound } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { field, parseForm, readForm } from "#src/platform/http/form.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { likelySoftware } from "../db/likely-software.ts";
import { choicesOf } from "../db/package-choices.ts";
import { hasPackageNamed, unmappedPackages } from "../db/unmapped.ts";
import { LONGEST_NAME } from "../domain/mapping.ts";
import { choosePackage, undoPackageChoice } from "../usecases/choose-package.ts";
import { ChoosePage } from "./choose-page.tsx";
import { pageOf, searchOf } from "./list-query.ts";
import { machineTexts } from "./texts.ts";
import { UNMAPPED_PAGE_SIZE, UnmappedPage, unmappedHref } from "./unmapped-page.tsx";

const PATH = "/parc/postes/non-reconnus";
const CHOICE = z.object({ paquet: field.line(LONGEST_NAME), logiciel: field.optionalLine(200) });
const MOST_FOUND = 12;

export function unmappedRoutes(routes: Routes, deps: Deps): void {
  routes.get(PATH, "read-inventory", (c) => showUnmapped(c, deps));
  routes.get(`${PATH}/choisir`, "manage-inventory", (c) => showChoice(c, deps, c.req.query("paquet") ?? ""));
  routes.post(`${PATH}/choix`, "manage-inventory", (c) => choose(c, deps));
  routes.post(`${PATH}/annuler`, "manage-inventory", (c) => undo(c, deps));
}

async function showUnmapped(c: AppContext, deps: Deps, refused?: string): Promise<Response> {
  const agent = agentOfRequest(c);
  const language = c.get("language");
  const params = new URL(c.req.url).searchParams;
  const [search, page] = [searchOf(params), pageOf(params)];
  const read = await readAuthority(deps.db, agent.authorityId, async (reader) => {
    const list = await unmappedPackages(reader, { search, limit: UNMAPPED_PAGE_SIZE, offset: (page - 1) * UNMAPPED_PAGE_SIZE });
    const likely = agent.may("manage-inventory")
      ? await likelySoftware(
          reader,
          list.rows.map(({ key }) => key),
        )
      : new Map<string, never[]>();
    return { ...list, likely, choices: await choicesOf(reader) };
  });
  if (read.rows.length === 0 && page > 1) return c.redirect(unmappedHref(search, 1), 303);
  const done = read.choices.find(({ key }) => key === params.get("fait"));
  const t = machineTexts(language);
  const shown = <UnmappedPage language={language} agent={agent} search={search} page={page} done={done} refused={refused} {...read} />;
  return show(c, { title: t.unmapped.title, breadcrumbs: crumbs(c), status: refused === undefined ? 200 : 422 }, shown);
}

async function showChoice(c: AppContext, deps: Deps, key: string, refused?: string): Promise<Response> {
  if (key === "") return c.redirect(PATH, 303);
  const language = c.get("language");
  const typed = new URL(c.req.url).searchParams.get("recherche");
  // Before anything is searched: the package's own first word, which often is the software's.
  const search = typed === null ? (key.split(/[\s_-]/)[0] ?? "") : searchOf(new URL(c.req.url).searchParams);
  const found = await readAuthority(deps.db, agentOfRequest(c).authorityId, async (reader) =>
    key.length <= LONGEST_NAME && !key.includes("\0") && (await hasPackageNamed(reader, key))
      ? softwareNames(reader, search, MOST_FOUND)
      : undefined,
  );
  if (found === undefined) return notFound(c);
  const title = machineTexts(language).unmapped.chooseTitle(key);
  const breadcrumbs = [...crumbs(c, PATH), { label: key }];
  const page = <ChoosePage language={language} packageKey={key} search={search} found={found} refused={refused} />;
  return show(c, { title, breadcrumbs, status: refused === undefined ? 200 : 422 }, page);
}

async function choose(c: AppContext, deps: Deps): Promise<Response> {
  const parsed = parseForm(CHOICE, await readForm(c));
  if (!parsed.ok) return showUnmapped(c, deps, machineTexts(c.get("language")).unmapped.noPackage);
  const { paquet: key, logiciel: slug } = parsed.value;
  const done = await choosePackage(deps, agentOfRequest(c), { key, slug });
  if (done.ok) return c.redirect(`${PATH}?${new URLSearchParams({ fait: key }).toString()}`, 303);
  switch (done.error.kind) {
    case "not-allowed":
      return forbidden(c);
    case "not-found":
      return notFound(c);
    case "unknown-software":
      return showChoice(c, deps, key, machineTexts(c.get("language")).unmapped.unknownSoftware);
  }
}

async function undo(c: AppContext, deps: Deps): Promise<Response> {
  const parsed = parseForm(CHOICE, await readForm(c));
  if (!parsed.ok) return showUnmapped(c, deps, machineTexts(c.get("language")).unmapped.noPackage);
  const key = parsed.value.paquet;
  const done = await undoPackageChoice(deps, agentOfRequest(c), { key });
  if (!done.ok) return forbidden(c);
  setFlash(c, "success", machineTexts(c.get("language")).unmapped.undone(key));
  return c.redirect(PATH, 303);
}

function crumbs(c: AppContext, href?: string): { label: string; href?: string }[] {
  const t = machineTexts(c.get("language"));
  if (href !== undefined)
    return [
      { label: t.crumb, href: "/parc" },
      { label: t.title, href: "/parc/postes" },
      { label: t.unmapped.title, href },
    ];
  return [{ label: t.crumb, href: "/parc" }, { label: t.title, href: "/parc/postes" }, { label: t.unmapped.title }];
}
