import { allInServiceFacts } from "#src/inventory/public.ts";
import { type AuthorityReader, readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { machineTotals, observedSoftware, versionsSeen } from "../db/observed.ts";
import { choicesOf } from "../db/package-choices.ts";
import { compareDeclared } from "../domain/compare-declared.ts";
import { recognisedSoftware } from "../usecases/load-mapping.ts";
import { COMPARE_PAGE_SIZE, ComparePage, type ComparePageProps, compareHref } from "./compare-page.tsx";
import { pageOf } from "./list-query.ts";
import { machineTexts } from "./texts.ts";

export function compareRoutes(routes: Routes, deps: Deps): void {
  routes.get("/parc/postes/declare-observe", "read-inventory", async (c: AppContext) => {
    const agent = agentOfRequest(c);
    const language = c.get("language");
    const page = pageOf(new URL(c.req.url).searchParams);
    const read = await readAuthority(deps.db, agent.authorityId, readComparison);
    if (page > 1 && read.comparison.observedOnly.length <= (page - 1) * COMPARE_PAGE_SIZE) return c.redirect(compareHref(1), 303);
    const t = machineTexts(language);
    const breadcrumbs = [{ label: t.crumb, href: "/parc" }, { label: t.title, href: "/parc/postes" }, { label: t.compare.title }];
    return show(c, { title: t.compare.title, breadcrumbs }, <ComparePage language={language} agent={agent} page={page} {...read} />);
  });
}

async function readComparison(reader: AuthorityReader): Promise<Pick<ComparePageProps, "comparison" | "totals" | "versions">> {
  const observed = await observedSoftware(reader);
  const declared = await allInServiceFacts(reader, ["pilot", "in-service", "leaving"]);
  const chosen = (await choicesOf(reader)).flatMap(({ slug }) => (slug === null ? [] : [slug]));
  const comparison = compareDeclared(observed, declared, new Set([...recognisedSoftware(), ...chosen]));
  const versions = await versionsSeen(
    reader,
    comparison.both.map(({ software }) => software.slug),
  );
  return { comparison, totals: await machineTotals(reader), versions: Map.groupBy(versions, ({ slug }) => slug) };
}
