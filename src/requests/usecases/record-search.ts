import type { AuthoritySettings } from "#src/authorities/public.ts";
import { searchSoftware } from "#src/catalogue/public.ts";
import { matchInstallations } from "#src/inventory/public.ts";
import type { Agent } from "#src/kernel/agent.ts";
import { newId } from "#src/kernel/ids.ts";
import { refused } from "#src/kernel/result.ts";
import { type AuthorityTransaction, readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { candidatesOf } from "../domain/candidates.ts";
import { type Found, MOST_FOUND, type Search } from "../domain/entries.ts";
import type { Gate } from "../domain/gates.ts";
import { recordSearch as decide, MOST_CANDIDATES } from "../domain/moves.ts";
import { type Added, type Answer, addEntry, type EntryInput, write } from "./add-entry.ts";

export type SearchInput = EntryInput & { readonly gate: Gate; readonly query: string };

/**
 * A search becomes evidence: its query, its date and what it found are kept. At gate 1, each installation that matches
 * becomes a candidate, to be examined with its reason.
 */
export async function recordSearch(deps: Deps, agent: Agent, input: SearchInput): Answer {
  if (!agent.may("review-requests")) return refused({ kind: "not-allowed" });
  const search = await readAuthority(deps.db, agent.authorityId, (reader) => findAt(reader, input.gate, input.query));
  return addEntry(
    deps,
    agent,
    "review-requests",
    input,
    (request) => decide(request, { kind: "search-recorded", search }),
    async (trx, added, settings) => (search.gate === "in-house" ? addMatches(trx, deps, agent, added, search, settings) : added),
  );
}

async function findAt(reader: AuthorityTransaction, gate: Gate, query: string): Promise<Search> {
  const catalogue = await searchSoftware(reader, { text: query, limit: MOST_FOUND, ...freeAt(gate) });
  if (gate !== "in-house") {
    const found = catalogue.results.map(({ slug, name, licence }): Found => ({ name, origin: { type: "catalogue", slug }, licence }));
    return { gate, source: "catalogue", query, count: catalogue.total, found };
  }
  const softwareSlugs = catalogue.results.filter(({ score }) => score >= 0.5).map(({ slug }) => slug);
  const matches = await matchInstallations(reader, { words: query, softwareSlugs, limit: MOST_FOUND });
  const found = matches.map(({ id, name }): Found => ({ name, origin: { type: "installation", installationId: id }, licence: null }));
  return { gate, source: "inventory", query, count: matches.length, found };
}

function freeAt(gate: Gate): { readonly free?: boolean } {
  if (gate === "open-source") return { free: true };
  return gate === "proprietary" ? { free: false } : {};
}

async function addMatches(
  trx: AuthorityTransaction,
  deps: Deps,
  agent: Agent,
  added: Added,
  { gate, found }: Search,
  settings: AuthoritySettings,
): Promise<Added> {
  let { request } = added;
  for (const { name, origin, licence } of found) {
    const present = candidatesOf(request, gate);
    const known = present.some((candidate) => JSON.stringify(candidate.origin) === JSON.stringify(origin));
    if (known || present.length >= MOST_CANDIDATES) continue;
    const candidate = { id: newId<string>(), gate, name, origin, licence };
    request = (await write(trx, deps, agent, "review-requests", request, newId<string>(), { kind: "candidate-added", candidate }, settings))
      .request;
  }
  return { request, entry: added.entry };
}
