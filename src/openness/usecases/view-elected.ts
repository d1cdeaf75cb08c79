import type { AuthorityReader } from "#src/platform/db/in-authority.ts";
import { freeReplacements } from "../db/software.ts";
import { type NextStep, nextSteps, type RunningContract, replaceableSlugs } from "../domain/next-steps.ts";
import { type OpennessView, viewOpenness } from "./view-openness.ts";

export type ElectedView = OpennessView & { readonly steps: readonly NextStep[] };

const NOT_RETIRED = ["planned", "pilot", "in-service", "leaving"] as const;
/** Software whose replacement is looked for: what is covered by a contract to leave, and what most people use. */
const LOOKED_UP = 40;

/** The figures, and what they call for. */
export async function viewElected(reader: AuthorityReader, now: Date): Promise<ElectedView> {
  const view = await viewOpenness(reader, now, NOT_RETIRED);
  const { today, installations } = view;
  const contracts = view.contracts.map(
    ({ id, title, noticeBy, covers }): RunningContract => ({
      id,
      title,
      noticeBy,
      installationIds: covers.map(({ installationId }) => installationId),
    }),
  );
  const covered = new Set(
    contracts.filter(({ noticeBy }) => noticeBy !== null && noticeBy >= today).flatMap((each) => each.installationIds),
  );
  const looked = [...installations]
    .sort((one, other) => Number(covered.has(other.id)) - Number(covered.has(one.id)) || (other.users ?? 0) - (one.users ?? 0))
    .filter(({ free, softwareSlug }) => free === false && softwareSlug !== null)
    .slice(0, LOOKED_UP);
  const alternatives = await freeReplacements(reader, replaceableSlugs(looked));
  return { ...view, steps: nextSteps({ installations, contracts, alternatives, today }) };
}
