import type { TestAuthority } from "#src/authorities/testing.ts";
import { newId } from "#src/kernel/ids.ts";
import { ok } from "#src/kernel/result.ts";
import type { Database } from "#src/platform/db/database.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import type { SoftwareRequest } from "../domain/request.ts";
import { CAST } from "../domain/testing.ts";
import { insertRequest, storeSummary } from "./request-repository.ts";

const TARGET_DAYS = [5, 20, 20, 30];
const BUILT = "00000000-0000-4000-8000-";

/** Stores a request that the domain's builders made, played by the people of a test authority, with its summary. Gives its identifier. */
export async function storeStory(db: Database, authority: TestAuthority, story: SoftwareRequest): Promise<string> {
  const request = playedBy(authority, story);
  await inAuthority(db, authority.id, async (trx) => {
    const stored = await insertRequest(trx, request, request.submittedAt.getUTCFullYear());
    if (stored === undefined) throw new Error("This request is stored already");
    const rows = request.entries.map(({ content, ...entry }) => ({
      ...entry,
      authorityId: authority.id,
      requestId: request.id,
      content: JSON.stringify(content),
    }));
    await trx.insertInto("requestEntry").values(rows).execute();
    await storeSummary(trx, { ...request, reference: stored.reference }, TARGET_DAYS);
    return ok(null);
  });
  return request.id;
}

/** The builders' people become the authority's, its library asks, and every other identifier is made new. */
function playedBy({ requester, reviewer, guarantor, departments }: TestAuthority, story: SoftwareRequest): SoftwareRequest {
  const fresh = newId<string>().slice(0, BUILT.length);
  const text = JSON.stringify(story)
    .replaceAll(CAST.requester, requester.id)
    .replaceAll(CAST.reviewer, reviewer.id)
    .replaceAll(CAST.guarantor, guarantor.id)
    .replaceAll(story.departmentId, story.departmentId.startsWith(BUILT) ? departments.library : story.departmentId)
    .replaceAll(BUILT, fresh);
  const request = JSON.parse(text) as SoftwareRequest;
  const entries = request.entries.map((entry) => ({ ...entry, at: new Date(entry.at) }));
  return { ...request, submittedAt: new Date(request.submittedAt), entries };
}
