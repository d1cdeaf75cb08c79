import { softwareBySlug } from "#src/catalogue/public.ts";
import { type Agent, roleFor } from "#src/kernel/agent.ts";
import { newId } from "#src/kernel/ids.ts";
import { ok, type Result, refused } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { journal } from "#src/platform/journal/journal.ts";
import { choiceOf, putChoice, removeChoice } from "../db/package-choices.ts";
import { hasPackageNamed } from "../db/unmapped.ts";
import { LONGEST_NAME } from "../domain/mapping.ts";

export type ChoosePackageInput = {
  /** `nameKeyOf` the package's name. */
  readonly key: string;
  /** Null: a library, or a part of something else. */
  readonly slug: string | null;
};
export type ChoosePackageRefusal =
  | { readonly kind: "not-allowed" }
  /** No machine has a package of that name. */
  | { readonly kind: "not-found" }
  | { readonly kind: "unknown-software" };

/** Somebody says what a package is: for this authority it holds from now on, for every version and machine. Said again, it replaces. */
export async function choosePackage(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  { key, slug }: ChoosePackageInput,
): Promise<Result<{ readonly softwareName: string | null }, ChoosePackageRefusal>> {
  if (!agent.may("manage-inventory")) return refused({ kind: "not-allowed" });
  if (key === "" || key.length > LONGEST_NAME) return refused({ kind: "not-found" });
  const at = deps.now();
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    if (!(await hasPackageNamed(trx, key))) return refused({ kind: "not-found" });
    const software = slug === null ? undefined : await softwareBySlug(trx, slug);
    if (slug !== null && software === undefined) return refused({ kind: "unknown-software" });
    const known = await choiceOf(trx, key);
    const verdict = slug === null ? "part" : "software";
    if (known?.verdict === verdict && known.slug === slug) return ok({ softwareName: software?.name ?? null });
    await putChoice(trx, { key, verdict, slug, by: agent.id, at });
    const by = { id: agent.id, role: roleFor(agent, "manage-inventory") };
    const content = { package: key, verdict, software: slug, before: known?.slug ?? null };
    await journal(trx, { what: "package-chosen", subject: { type: "package-choice", id: newId<string>() }, content, by, at });
    return ok({ softwareName: software?.name ?? null });
  });
}

/** Takes the choice back: the rules alone say again what the package is. */
export async function undoPackageChoice(
  deps: Pick<Deps, "db" | "now">,
  agent: Agent,
  { key }: { readonly key: string },
): Promise<Result<null, { readonly kind: "not-allowed" }>> {
  if (!agent.may("manage-inventory")) return refused({ kind: "not-allowed" });
  const at = deps.now();
  return inAuthority(deps.db, agent.authorityId, async (trx) => {
    const known = await choiceOf(trx, key);
    if (known === undefined) return ok(null);
    await removeChoice(trx, key);
    const by = { id: agent.id, role: roleFor(agent, "manage-inventory") };
    const content = { package: key, before: known.slug };
    await journal(trx, { what: "package-choice-undone", subject: { type: "package-choice", id: newId<string>() }, content, by, at });
    return ok(null);
  });
}
