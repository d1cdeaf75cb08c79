import { type AuthoritySettings, authoritySettings } from "#src/authorities/public.ts";
import type { Agent } from "#src/kernel/agent.ts";
import { roleFor } from "#src/kernel/agent.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import type { Action } from "#src/kernel/rights.ts";
import { type AuthorityTransaction, inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { appendEntry, isIdTaken, loadForUpdate } from "../db/request-repository.ts";
import { contentJson, type Entry, type EntryContent } from "../domain/entries.ts";
import type { MoveRefusal } from "../domain/moves.ts";
import type { SoftwareRequest } from "../domain/request.ts";
import { tell } from "./tell.ts";

/** What every form on a request carries. */
export type EntryInput = {
  readonly requestId: string;
  /** Made when the form was shown: the entry's identifier, so that a form posted twice writes once. */
  readonly entryId: string;
  /** How many entries the person had before their eyes. Undefined where any order will do (the conversation). */
  readonly seen?: number;
};

export type EntryRefusal =
  | MoveRefusal
  | { readonly kind: "not-allowed" }
  | { readonly kind: "not-found" }
  /** The identifier that came with the form is that of something else already: nothing was written. */
  | { readonly kind: "key-taken" }
  /** Somebody else moved the procedure meanwhile: what they wrote. */
  | { readonly kind: "stale"; readonly since: readonly Entry[]; readonly now: number };

export type Added = { readonly request: SoftwareRequest; readonly entry: Entry };
export type Answer = Promise<Result<Added, EntryRefusal>>;
/** Judges what somebody wants to add, in the transaction that writes it. `Other`: why it may be refused besides. */
export type Decide<Other = never> = (
  request: SoftwareRequest,
  settings: AuthoritySettings,
  trx: AuthorityTransaction,
) => Judged<Other> | Promise<Judged<Other>>;
type Judged<Other> = Result<EntryContent, EntryRefusal | Other>;
/** What must be written with the entry, in the same transaction. */
export type Consequence = (trx: AuthorityTransaction, added: Added, settings: AuthoritySettings) => Promise<Added>;

/** The story of every entry: may they? → load → seen it all? → decide → append → journal → consequence → tell those whose move it is. */
export function addEntry<Other = never>(
  deps: Deps,
  agent: Agent,
  action: Action,
  input: EntryInput,
  decide: Decide<Other>,
  consequence?: Consequence,
): Promise<Result<Added, EntryRefusal | Other>> {
  if (!agent.may(action)) return Promise.resolve(refused({ kind: "not-allowed" }));
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    const request = await loadForUpdate(trx, input.requestId);
    if (request === undefined) return refused({ kind: "not-found" });
    const before = request.entries.find(({ id }) => id === input.entryId);
    if (before?.personId === agent.id) return ok({ request, entry: before });
    if (await isIdTaken(trx, input.entryId)) return refused({ kind: "key-taken" });
    const since = unseen(request, agent, input.seen);
    if (since.length > 0) return refused({ kind: "stale", since, now: request.entries.length });
    const settings = await authoritySettings(trx);
    const move = await decide(request, settings, trx);
    if (!move.ok) return move;
    const added = await write(trx, deps, agent, action, request, input.entryId, move.value, settings);
    const settled = consequence === undefined ? added : await consequence(trx, added, settings);
    await tell(trx, deps, agent, settled.request, added.entry);
    return ok(settled);
  });
}

/** Appends and journals one entry of this agent, in the caller's transaction. */
export async function write(
  trx: AuthorityTransaction,
  deps: Deps,
  agent: Agent,
  action: Action,
  request: SoftwareRequest,
  id: string,
  content: EntryContent,
  { targetDays }: AuthoritySettings,
): Promise<Added> {
  const entry = { id, at: deps.now(), personId: agent.id, role: roleFor(agent, action), content };
  const after = await appendEntry(trx, request, entry, targetDays);
  await journal(trx, {
    id,
    what: content.kind,
    subject: { type: "request", id: request.id },
    content: contentJson(content),
    by: { id: agent.id, role: entry.role },
    at: entry.at,
  });
  return { request: after, entry: { ...entry, sequence: after.entries.length } };
}

const TALK: readonly EntryContent["kind"][] = ["question-asked", "answer-given"];

/** What others wrote to the procedure since the form was shown. Talk moves nothing, and one's own entries are known. */
function unseen({ entries }: SoftwareRequest, agent: Agent, seen: number | undefined): readonly Entry[] {
  if (seen === undefined) return [];
  return entries.filter(({ sequence, personId, content }) => sequence > seen && personId !== agent.id && !TALK.includes(content.kind));
}
