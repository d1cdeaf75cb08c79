import { softwareBySlug } from "#src/catalogue/public.ts";
import { installationById } from "#src/inventory/public.ts";
import type { Agent } from "#src/kernel/agent.ts";
import type { InstallationId } from "#src/kernel/ids.ts";
import { type Result, refused } from "#src/kernel/result.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import type { Origin } from "../domain/entries.ts";
import type { Gate } from "../domain/gates.ts";
import { addCandidate as decide } from "../domain/moves.ts";
import { type Added, addEntry, type EntryInput, type EntryRefusal } from "./add-entry.ts";

export type CandidateInput = EntryInput & {
  readonly gate: Gate;
  readonly origin: Origin;
  /** Read only where the candidate was typed: elsewhere the catalogue and the inventory know. */
  readonly name: string;
  readonly licence: string | null;
};

type UnknownSoftware = { readonly kind: "unknown-software" };

/** Shortlists a candidate at the gate: from the catalogue, from the inventory, or typed by a person. */
export function addCandidate(deps: Deps, agent: Agent, input: CandidateInput): Promise<Result<Added, EntryRefusal | UnknownSoftware>> {
  return addEntry<UnknownSoftware>(deps, agent, "review-requests", input, async (request, _, trx) => {
    const known = await identify(trx, input);
    if (known === undefined) return refused({ kind: "unknown-software" });
    const candidate = { id: input.entryId, gate: input.gate, origin: input.origin, ...known };
    return decide(request, { kind: "candidate-added", candidate });
  });
}

async function identify(
  reader: AuthorityTransaction,
  { origin, name, licence }: CandidateInput,
): Promise<{ name: string; licence: string | null } | undefined> {
  if (origin.type === "catalogue") return pick(await softwareBySlug(reader, origin.slug));
  if (origin.type === "entered") return { name, licence };
  const installation = await installationById(reader, origin.installationId as InstallationId);
  return installation === undefined ? undefined : { name: installation.name, licence: null };
}

function pick(software: { name: string; licence: string | null } | undefined): { name: string; licence: string | null } | undefined {
  return software === undefined ? undefined : { name: software.name, licence: software.licence };
}
