import type { Database } from "#src/platform/db/database.ts";
import { type AuthorityReader, readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest, seenBeside } from "#src/platform/http/context.ts";
import { notFound } from "#src/platform/http/errors.tsx";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { browseSoftware, catalogueSize, categoriesByIds, countedCategories } from "../db/browse-software.ts";
import { nearestCategories, noteFailedSearch } from "../db/failed-searches.ts";
import { type CatalogueAnswer, searchCatalogue, searchLines } from "../db/search-software.ts";
import { CATALOGUE_SEEN } from "../db/search-state.ts";
import { alternativesOf, softwareBySlug, softwareBySlugs } from "../db/software-queries.ts";
import { standingFor } from "../db/standing-for.ts";
import type { Found, SearchInput } from "../domain/search.ts";
import type { Category, Software } from "../domain/software.ts";
import type { OwnPart } from "../publiccode.ts";
import { BrowsePage } from "./browse-page.tsx";
import { compareRoutes } from "./compare-routes.tsx";
import { MOST_EXPORTED } from "./export.ts";
import { exportRoutes } from "./export-routes.ts";
import { functionRoutes } from "./function-routes.tsx";
import { type Listed, Results } from "./list-page.tsx";
import { asksNothing, hrefOf, type Listing, listingOf, PAGE_SIZE, shortened } from "./listing.ts";
import { type InUse, type Sections, type SoftwareFacts, SoftwarePage } from "./software-page.tsx";
import { Suggestions } from "./suggestions.tsx";
import { catalogueTexts } from "./texts.ts";

export type CatalogueHooks = {
  /** Where the authority runs a software: the inventory's answer. `state` is one of its states. */
  readonly installationsOf?: (reader: AuthorityReader, slug: string) => Promise<readonly InUse[]>;
  /** The software in the words of the reader's own authority, where it has some: they stand on what it reads. */
  readonly ownVersion?: (reader: AuthorityReader, software: Software) => Promise<OwnVersion | undefined>;
  /** What other slices say of a software on its page: in the story, and beside it. */
  readonly sections?: (reader: AuthorityReader, software: Software, c: AppContext) => Promise<Sections>;
};

export type OwnVersion = OwnPart & { readonly software: Software };

const MOST_SUGGESTIONS = 5;
const MOST_NEAREST = 4;

/** Everything under /catalogue. Fixed addresses come before /catalogue/:slug. */
export function catalogueRoutes(routes: Routes, deps: Deps, hooks: CatalogueHooks = {}): void {
  const read = <T,>(c: AppContext, work: (reader: AuthorityReader) => Promise<T>): Promise<T> =>
    readAuthority(deps.db, agentOfRequest(c).authorityId, work);

  routes.get("/catalogue", "read-catalogue", async (c) => {
    const listing = listingOf(c.req.url);
    if (!asksNothing(listing)) {
      const searched = (input: SearchInput) => searchLines(deps.db, input, seenBeside(c, CATALOGUE_SEEN));
      const list = await listOf(deps.db, { searched, browsed: ({ terms, ...line }) => ({ line, terms }) }, listing, PAGE_SIZE);
      if (list.total === 0 && listing.search !== "" && listing.page === 1) await noteFailedSearch(deps.db, listing.search, deps.now());
      return showList(c, listing, list);
    }
    const shown = await read(c, async (reader) => ({ categories: await countedCategories(reader), size: await catalogueSize(reader) }));
    const language = c.get("language");
    const mayCorrect = agentOfRequest(c).may("correct-catalogue");
    return show(c, { title: catalogueTexts(language).title }, <BrowsePage {...{ language, listing, mayCorrect }} {...shown} />);
  });

  functionRoutes(routes, deps);
  compareRoutes(routes, deps);

  routes.get("/catalogue/suggestions", "read-catalogue", async (c) => {
    const typed = (c.req.query("q") ?? "").slice(0, 1_000);
    const input = { text: typed, limit: MOST_SUGGESTIONS, typing: true };
    const { results } = await searchLines(deps.db, input, seenBeside(c, CATALOGUE_SEEN));
    if (results.length === 0) return c.html("");
    return c.html(<Suggestions results={results} typed={typed.slice(0, 200).toWellFormed()} language={c.get("language")} />);
  });

  exportRoutes(
    routes,
    deps,
    (c) => {
      const ways = { searched: (input: SearchInput) => searchCatalogue(deps.db, input), browsed: (software: Software) => software };
      return listOf(deps.db, ways, { ...listingOf(c.req.url), page: 1 }, MOST_EXPORTED);
    },
    (c, slug) =>
      read(c, async (reader) => {
        const software = await softwareBySlug(reader, slug);
        const own = software === undefined ? undefined : await hooks.ownVersion?.(reader, software);
        return software === undefined ? undefined : { software: own?.software ?? software, own };
      }),
  );

  routes.get("/catalogue/:slug", "read-catalogue", async (c) => {
    const page = await read(c, async (reader) => {
      const slug = c.req.param("slug") ?? "";
      const standing = await standingFor(reader, slug);
      if (standing !== undefined) return standing;
      const facts = await pageOf(reader, slug, hooks);
      return facts === undefined ? undefined : { ...facts, sections: await hooks.sections?.(reader, facts.software, c) };
    });
    if (page === undefined) return notFound(c);
    if (typeof page === "string") return c.redirect(`/catalogue/${page}`, 303);
    const language = c.get("language");
    const { name } = page.software;
    const breadcrumbs = [{ label: catalogueTexts(language).title, href: "/catalogue" }, { label: name }];
    return show(c, { title: name, breadcrumbs }, <SoftwarePage language={language} {...rightsOf(c)} {...page} />);
  });
}

function rightsOf(c: AppContext): { readonly maySubmit: boolean; readonly mayCorrect: boolean } {
  const agent = agentOfRequest(c);
  return { maySubmit: agent.may("submit-request"), mayCorrect: agent.may("correct-catalogue") };
}

type List<Of> = {
  readonly results: readonly (Of | Found<Of>)[];
  readonly total: number;
  readonly cut: boolean;
  /** Among which to choose. */
  readonly categories: readonly Category[];
  readonly nearest: readonly Category[];
};
/** How software is read for a list: found by a search, or one after the other. */
type Ways<Of> = {
  readonly searched: (input: SearchInput) => Promise<CatalogueAnswer<Of>>;
  readonly browsed: (software: Software) => Of;
};

/** Of the instance's catalogue, in which nothing is an authority's own: no transaction is opened for it. */
async function listOf<Of>(
  reader: Database,
  { searched, browsed }: Ways<Of>,
  { search, free, category, page }: Listing,
  limit: number,
): Promise<List<Of>> {
  const part = { free, category, limit, offset: (page - 1) * limit };
  if (search === "") {
    const { results, total } = await browseSoftware(reader, part);
    return { results: results.map(browsed), total, cut: false, categories: await countedCategories(reader), nearest: [] };
  }
  const answer = await searched({ text: search, ...part });
  const nearest = answer.total === 0 ? await nearestCategories(reader, search, MOST_NEAREST) : [];
  return { ...answer, nearest };
}

async function showList(c: AppContext, listing: Listing, list: List<Listed>): Promise<Response> {
  if (list.results.length === 0 && listing.page > 1) return c.redirect(hrefOf({ ...listing, page: 1 }), 303);
  const language = c.get("language");
  const t = catalogueTexts(language);
  const category = list.categories.find(({ id }) => id === listing.category)?.label[language];
  const about = [listing.search === "" ? undefined : t.resultsOf(shortened(listing.search)), category, t.title];
  return show(
    c,
    { title: about.filter((part) => part !== undefined).join(" · ") },
    <>
      <Title title={t.title} />
      <Results language={language} listing={listing} {...rightsOf(c)} {...list} />
    </>,
  );
}

async function pageOf(reader: AuthorityReader, slug: string, hooks: CatalogueHooks): Promise<SoftwareFacts | undefined> {
  const { installationsOf, ownVersion } = hooks;
  const published = await softwareBySlug(reader, slug);
  if (published === undefined) return undefined;
  const software = (await ownVersion?.(reader, published))?.software ?? published;
  const related = software.free === false ? await alternativesOf(reader, slug) : await softwareBySlugs(reader, software.replaces);
  const categories = await categoriesByIds(reader, software.categories);
  return { software, related, categories, inUse: await installationsOf?.(reader, slug) };
}
