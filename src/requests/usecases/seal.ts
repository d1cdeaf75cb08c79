import { type AuthoritySettings, departmentsOf, peopleOf } from "#src/authorities/public.ts";
import { softwareBySlug } from "#src/catalogue/public.ts";
import { extendInstallation, installationById, planInstallation } from "#src/inventory/public.ts";
import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { canonicalJson } from "#src/kernel/canonical-json.ts";
import { addMonths, dayOf } from "#src/kernel/dates.ts";
import { type DepartmentId, type InstallationId, newId, type PersonId, type RequestId } from "#src/kernel/ids.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { sha256 } from "#src/platform/journal/chain.ts";
import { insertRecord } from "../db/decision-records.ts";
import { candidateOf, type ExaminedCandidate } from "../domain/candidates.ts";
import { type RecordContext, recordJson, recordOf } from "../domain/record.ts";
import { needOf, progressOf, type SoftwareRequest } from "../domain/request.ts";
import { solutionOf } from "../domain/summary.ts";
import { type Added, write } from "./add-entry.ts";
import { startUse } from "./start-use.ts";

/**
 * The decision is taken: its record is sealed (hashed, and the hash chained in the journal), and what was retained enters the
 * inventory as planned, or extends what is there. All in the transaction of the countersignature.
 */
export async function seal(
  trx: AuthorityTransaction,
  deps: Deps,
  agent: Agent,
  { request, entry }: Added,
  settings: AuthoritySettings,
): Promise<Added> {
  const retained = retainedCandidate(request);
  const solution = solutionOf(request, progressOf(request));
  const context = await contextOf(trx, request, settings, solution);
  const document = canonicalJson(recordJson(recordOf(request, context, "internal")));
  const publicDocument = canonicalJson(recordJson(recordOf(request, context, "public")));
  const hashes = { recordHash: sha256(document), publicHash: sha256(publicDocument) };
  const installation = solution === null ? null : await intoInventory(trx, deps, agent, request, retained, solution);
  const confirmOn = solution === null ? null : addMonths(dayOf(entry.at), settings.confirmAfterMonths);
  const content = { kind: "decision-sealed", ...hashes, confirmOn, installationId: installation?.id ?? null } as const;
  const sealed = await write(trx, deps, agent, "countersign", request, newId<string>(), content, settings);
  await insertRecord(trx, {
    requestId: request.id,
    sealedAt: sealed.entry.at,
    document,
    publicDocument,
    hash: hashes.recordHash,
    publicHash: hashes.publicHash,
  });
  // What is extended is used already: its use by this department begins with the decision.
  if (installation?.inService)
    await startUse(trx, { requestId: request.id, day: dayOf(entry.at), by: { id: agent.id, role: entry.role }, at: entry.at });
  return { request: sealed.request, entry };
}

type Entered = { readonly id: string; readonly inService: boolean };

function retainedCandidate(request: SoftwareRequest): ExaminedCandidate | undefined {
  const progress = progressOf(request);
  if (progress.status !== "settled") return undefined;
  const { verdict } = progress.conclusion.content;
  return verdict.kind === "retained" ? candidateOf(request, verdict.candidateId) : undefined;
}

async function contextOf(
  trx: AuthorityTransaction,
  request: SoftwareRequest,
  settings: AuthoritySettings,
  solution: string | null,
): Promise<RecordContext> {
  const departments = await departmentsOf(trx, { withClosed: true });
  const people = await peopleOf(trx, [...new Set(request.entries.map(({ personId }) => personId as PersonId))]);
  const { name, siren, isDemonstration, countersignature } = settings;
  return {
    authority: { name, siren, demonstration: isDemonstration, countersignature },
    department: departments.find(({ id }) => id === needOf(request).departmentId)?.pathName ?? "",
    names: new Map([...people].map(([id, person]) => [id, person.name])),
    solution,
  };
}

async function intoInventory(
  trx: AuthorityTransaction,
  deps: Deps,
  agent: Agent,
  request: SoftwareRequest,
  retained: ExaminedCandidate | undefined,
  solution: string,
): Promise<Entered> {
  const need = needOf(request);
  const by = { id: agent.id, role: roleFor(agent, "countersign") };
  const common = { departmentIds: [need.departmentId as DepartmentId], requestId: request.id as RequestId, by, at: deps.now() };
  if (retained?.origin.type === "installation") {
    const installationId = retained.origin.installationId as InstallationId;
    const extended = await extendInstallation(trx, { ...common, installationId, addedUsers: need.users });
    if (extended.ok) return { id: installationId, inService: (await installationById(trx, installationId))?.state === "in-service" };
  }
  const softwareSlug = retained?.origin.type === "catalogue" ? retained.origin.slug : null;
  const known = softwareSlug === null ? undefined : await softwareBySlug(trx, softwareSlug);
  const free = known?.free ?? retained?.gate !== "proprietary";
  const planned = await planInstallation(trx, {
    ...common,
    id: newId(),
    name: solution,
    softwareSlug,
    free,
    users: need.users,
    purpose: need.title,
  });
  return { id: planned.id, inService: false };
}
