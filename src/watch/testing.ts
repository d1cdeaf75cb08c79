import { addDays, dayOf, type LocalDate } from "#src/kernel/dates.ts";
import { type AuthorityId, type DepartmentId, newId, type PersonId } from "#src/kernel/ids.ts";
import { ok } from "#src/kernel/result.ts";
import type { Database } from "#src/platform/db/database.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import { insertEnd } from "./db/declared-ends.ts";
import { insertFollow } from "./db/follows.ts";
import { insertSuggestion } from "./db/suggestions.ts";
import type { EndFacts } from "./domain/declared-end.ts";

type Source = { readonly db: Database; readonly now: () => Date };
type Somebody = { readonly authorityId: AuthorityId; readonly id: PersonId };

/** Straight in the database, without journal. */
export async function aFollow({ db, now }: Source, { authorityId, id }: Somebody, slug = "libreoffice"): Promise<void> {
  await inAuthority(db, authorityId, async (trx) => ok(await insertFollow(trx, id, slug, now())));
}

/** An end of life that the authority entered, a hundred days ahead unless said. */
export async function aDeclaredEnd(
  { db, now }: Source,
  { authorityId, id: by }: Somebody,
  { slug = "libreoffice", ...facts }: Partial<EndFacts & { slug: string }> = {},
): Promise<string> {
  const id = newId<string>();
  const { cycle = "99.9", endsOn = addDays(dayOf(now()), 100), readAtUrl = "https://editeur.example/support" } = facts;
  await inAuthority(db, authorityId, async (trx) => ok(await insertEnd(trx, { id, slug, cycle, endsOn, readAtUrl, by, at: now() })));
  return id;
}

/** A suggestion that waits for the answer of a department. */
export async function aSuggestion(
  { db, now }: Source,
  { authorityId, id: proposedBy }: Somebody,
  {
    departmentId,
    slug = "libreoffice",
    reason = "Il ferait gagner du temps.",
  }: { departmentId: DepartmentId; slug?: string; reason?: string },
): Promise<string> {
  const id = newId<string>();
  await inAuthority(db, authorityId, async (trx) =>
    ok(await insertSuggestion(trx, { id, slug, departmentId, reason, proposedBy, proposedAt: now() })),
  );
  return id;
}

/** A product of the public source with its cycles, tied to a software, as an import would leave it. */
export async function aLifecycle(
  { db, now }: Source,
  {
    slug,
    product,
    cycles,
  }: { slug: string; product: string; cycles: readonly { cycle: string; released?: string; ends?: string; ended?: boolean }[] },
): Promise<void> {
  const at = now();
  await db
    .insertInto("catalogueSource")
    .values({ id: "endoflife-date", format: "endoflife", name: "endoflife.date", fetchedAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto("lifecycleProduct")
    .values({ product, name: product, aliases: [], identifiers: [], sourceId: "endoflife-date", fingerprint: "x", seenAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db.deleteFrom("releaseCycle").where("product", "=", product).execute();
  await db
    .insertInto("releaseCycle")
    .values(
      cycles.map(({ cycle, released, ends, ended }, rank) => ({
        product,
        cycle,
        rank,
        releasedOn: (released ?? null) as LocalDate | null,
        endsOn: (ends ?? null) as LocalDate | null,
        ended: ended ?? null,
        lts: false,
      })),
    )
    .execute();
  await db.updateTable("software").set({ endoflife: product }).where("slug", "=", slug).execute();
}

/** One of everything that the watch keeps of an authority. */
export async function someWatch(
  deps: Source,
  { requester, reviewer, departments }: { requester: Somebody; reviewer: Somebody; departments: { readonly library: DepartmentId } },
): Promise<{ readonly declaredEnd: string; readonly suggestion: string }> {
  await aFollow(deps, requester);
  await inAuthority(deps.db, requester.authorityId, async (trx) =>
    ok(
      await trx
        .insertInto("watchTold")
        .values({ authorityId: requester.authorityId, personId: requester.id, news: "change:0", at: deps.now() })
        .execute(),
    ),
  );
  const declaredEnd = await aDeclaredEnd(deps, reviewer);
  return { declaredEnd, suggestion: await aSuggestion(deps, reviewer, { departmentId: departments.library }) };
}
