import { allInServiceFacts, type InServiceFacts, installationById } from "#src/inventory/public.ts";
import type { AuthorityReader } from "#src/platform/db/in-authority.ts";
import { type Skill, skillsOf } from "#src/skills/public.ts";
import { answersOf, type StoredAnswer, suppliersBySoftware } from "../db/answers.ts";
import { type Grid, gridOf } from "../domain/grid.ts";

type Gridded = Pick<
  InServiceFacts,
  | "id"
  | "name"
  | "softwareSlug"
  | "softwareName"
  | "free"
  | "hosting"
  | "hostName"
  | "dataCountry"
  | "governingLaw"
  | "layer"
  | "departments"
>;

/** An installation with its six answers, and what people said of it. */
export type GridRow = {
  readonly installation: Gridded;
  readonly grid: Grid;
  /** What the facts alone would answer. */
  readonly byFacts: Grid;
  readonly said: readonly StoredAnswer[];
};

/** Every installation that runs, on trial or about to be left included, in order of name. Four queries, however many there are. */
export async function readGrid(reader: AuthorityReader): Promise<readonly GridRow[]> {
  return rowsOf(reader, await allInServiceFacts(reader, ["pilot", "in-service", "leaving"]));
}

/** The answers for one installation, whatever its state. */
export async function readGridOf(reader: AuthorityReader, id: string): Promise<GridRow | undefined> {
  const installation = await installationById(reader, id);
  return installation === undefined ? undefined : (await rowsOf(reader, [installation], [id]))[0];
}

async function rowsOf(reader: AuthorityReader, installations: readonly Gridded[], ids?: readonly string[]): Promise<readonly GridRow[]> {
  const skillsOn = Map.groupBy(await skillsOf(reader, ids), ({ installationId }) => installationId);
  const saidOf = Map.groupBy(await answersOf(reader, ids), ({ installationId }) => installationId);
  const slugs = installations.flatMap(({ softwareSlug }) => (softwareSlug === null ? [] : [softwareSlug]));
  const suppliers = await suppliersBySoftware(reader, slugs);
  return installations.map((installation) => {
    const { id, softwareSlug } = installation;
    const said = saidOf.get(id) ?? [];
    const skills = (skillsOn.get(id) ?? []).filter(({ left }) => !left);
    const facts = {
      ...installation,
      skillsSaid: skills.length > 0,
      canRun: skills.filter(canRun),
      suppliers: (softwareSlug === null ? undefined : suppliers.get(softwareSlug)) ?? [],
    };
    const byFacts = gridOf(facts, []);
    return { installation, grid: said.length === 0 ? byFacts : gridOf(facts, said), byFacts, said };
  });
}

/** Who administers or repairs it keeps it running. */
function canRun({ abilities }: Skill): boolean {
  return abilities.some((ability) => ability === "administer" || ability === "repair");
}
