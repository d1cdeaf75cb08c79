import { expect, it } from "vitest";
import { anAuthority } from "#src/authorities/testing.ts";
import { givenSoftware } from "#src/catalogue/testing.ts";
import { SOME_WORDS } from "#src/inventory/domain/testing.ts";
import { anInstallation } from "#src/inventory/testing.ts";
import { confirmImport } from "#src/inventory/usecases/confirm-import.ts";
import { sendImport } from "#src/inventory/usecases/send-import.ts";
import { undoImport } from "#src/inventory/usecases/undo-import.ts";
import type { LocalDate } from "#src/kernel/dates.ts";
import { type InstallationId, newId } from "#src/kernel/ids.ts";
import type { Result } from "#src/kernel/result.ts";
import { testDeps } from "#src/platform/testing.ts";
import { anAnswer } from "#src/sovereignty/testing.ts";
import { aDeclaredEnd } from "#src/watch/testing.ts";
import type { ContractId } from "../domain/contract.ts";
import { MOST_DOCUMENTS, MOST_FILES } from "../domain/documents.ts";
import { aContract, MAINTENANCE } from "../testing.ts";
import { addDocuments } from "./add-documents.ts";
import { closeContract } from "./close-contract.ts";
import { coverInstallations } from "./cover-installations.ts";
import { declareContract } from "./declare-contract.ts";
import { editContract } from "./edit-contract.ts";
import { makeFeed } from "./make-feed.ts";
import { readFeed } from "./read-feed.ts";
import { takeDocumentAway } from "./remove-document.ts";
import { revokeFeed } from "./revoke-feed.ts";

const deps = await testDeps();
const { reviewer, id: authorityId } = await anAuthority(deps);

async function done<T>(result: Promise<Result<T, unknown>>): Promise<T> {
  const settled = await result;
  if (!settled.ok) throw new Error(`Refused: ${JSON.stringify(settled.error)}`);
  return settled.value;
}

const text = (fileName: string) => ({ fileName, bytes: new TextEncoder().encode("Acte d’engagement") });

it("all that is done to a contract and to a calendar is a line of the journal, once each", async () => {
  const journaled = async (): Promise<readonly string[]> => {
    const rows = await deps.db
      .selectFrom("journalEntry")
      .select("what")
      .where("authorityId", "=", authorityId)
      .orderBy("sequence")
      .execute();
    return rows.map(({ what }) => what);
  };
  const before = (await journaled()).length;
  const [id, document] = [newId<ContractId>(), newId<string>()];
  const installationId = await anInstallation(deps, reviewer);
  const twice = async (act: () => Promise<Result<unknown, unknown>>): Promise<void> => {
    await done(act());
    await done(act());
  };
  await twice(() => declareContract(deps, reviewer, { id, facts: MAINTENANCE, installationIds: [] }));
  await twice(() => editContract(deps, reviewer, { id, version: 1, facts: { ...MAINTENANCE, title: "Maintenance" } }));
  await twice(() => coverInstallations(deps, reviewer, { id, version: 2, covers: [{ installationId, share: 40 }] }));
  await twice(() => addDocuments(deps, reviewer, { contractId: id, id: document, files: [text("acte.txt")] }));
  await twice(() => takeDocumentAway(deps, reviewer, { contractId: id, id: document }));
  await twice(() => closeContract(deps, reviewer, { id, closedOn: "2026-06-30" as LocalDate }));
  await twice(() => closeContract(deps, reviewer, { id, closedOn: null }));
  await done(makeFeed(deps, reviewer));
  await twice(() => revokeFeed(deps, reviewer));
  expect((await journaled()).slice(before)).toEqual([
    ...["contract-declared", "contract-edited", "contract-covers", "contract-document-added", "contract-document-removed"],
    ...["contract-closed", "contract-reopened", "calendar-feed-made", "calendar-feed-revoked"],
  ]);
});

it("a contract holds so many files and no more, however they come", async () => {
  const contractId = await aContract(deps, reviewer);
  const send = (count: number) => {
    const files = Array.from({ length: count }, (_, index) => text(`acte-${index}.txt`));
    return addDocuments(deps, reviewer, { contractId, id: newId<string>(), files });
  };
  for (let sent = 0; sent < MOST_DOCUMENTS - MOST_FILES; sent += MOST_FILES) await done(send(MOST_FILES));
  await done(send(MOST_FILES - 3));
  expect(await send(4)).toEqual({ ok: false, error: { kind: "too-many-documents", most: MOST_DOCUMENTS } });
  await done(send(3));
  expect(await send(1)).toMatchObject({ ok: false, error: { kind: "too-many-documents" } });
});

it("an end of life that people took back is in the calendar no more", async () => {
  await givenSoftware(deps.db, { slug: "koha", name: "Koha" });
  await anInstallation(deps, reviewer, { name: "Médiathèque", softwareSlug: "koha" });
  const end = await aDeclaredEnd(deps, reviewer, { slug: "koha", cycle: "23.11" });
  const { secret } = await done(makeFeed(deps, reviewer));
  const ends = async () => (await done(readFeed(deps, secret))).items.filter(({ kind }) => kind === "end-of-life");
  expect(await ends()).toMatchObject([{ slug: "koha", cycle: "23.11" }]);
  await deps.db.updateTable("declaredEnd").set({ removedAt: deps.now() }).where("id", "=", end).execute();
  expect(await ends()).toEqual([]);
});

it("an import of installations that is undone leaves what a contract covers, and what people answered of", async () => {
  const id = newId<string>();
  const bytes = new TextEncoder().encode("nom\nCouvert\nRépondu\nLibre");
  await done(sendImport(deps, reviewer, { id, fileName: "parc.csv", bytes, words: SOME_WORDS }));
  await done(confirmImport(deps, reviewer, { id, words: SOME_WORDS }));
  const rows = await deps.db.selectFrom("installation").select(["id", "name"]).where("importId", "=", id).execute();
  const idOf = (name: string) => rows.find((row) => row.name === name)?.id as InstallationId;
  await aContract(deps, reviewer, { covers: [idOf("Couvert")] });
  await anAnswer(deps, reviewer, idOf("Répondu"));
  expect(await done(undoImport(deps, reviewer, { id }))).toMatchObject({ removed: 1, kept: [{ name: "Couvert" }, { name: "Répondu" }] });
});
