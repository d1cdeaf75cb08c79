import { type RawBuilder, sql } from "kysely";
import { expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { newId } from "#src/kernel/ids.ts";
import { hashOf, type Link } from "#src/platform/journal/chain.ts";
import { type Verification, verifyJournal } from "#src/platform/journal/verify.ts";
import { testDeps } from "#src/platform/testing.ts";
import { aDecidedRequest } from "../testing.ts";

const deps = await testDeps();

/** What the owner of the tables could do, triggers silenced. */
async function tamper(statement: RawBuilder<unknown>): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    await statement.execute(trx);
  });
}

/** A town with one decision and an intact journal; and what is found once it was tampered with. */
async function afterwards(name: string, work: (town: TestAuthority, requestId: string) => Promise<void>): Promise<Verification> {
  const town = await anAuthority(deps, { name });
  const requestId = await aDecidedRequest(deps, town);
  expect(await verifyJournal(deps.db, town.id)).toMatchObject({ intact: true });
  await work(town, requestId);
  return verifyJournal(deps.db, town.id);
}

it("an entry slipped into a request behind the journal is found", async () => {
  const id = newId<string>();
  const found = await afterwards("Ville glissée", (town, requestId) =>
    tamper(sql`
      insert into request_entry (authority_id, request_id, id, sequence, at, person_id, role, content)
      select authority_id, request_id, ${id}, 99, at, person_id, role, content from request_entry
       where request_id = ${requestId} and authority_id = ${town.id} and sequence = 1`),
  );
  expect(found).toMatchObject({ intact: false, id, reason: "unjournaled-entry" });
});

it("a sealed record that was rewritten is found", async () => {
  const found = await afterwards("Ville réécrite", (_, requestId) =>
    tamper(sql`update decision_record set document = replace(document, 'GRR', 'Autre') where request_id = ${requestId}`),
  );
  expect(found).toMatchObject({ intact: false, reason: "changed-content" });
});

it("a published record that was rewritten is found", async () => {
  const found = await afterwards("Ville republiée", (_, requestId) =>
    tamper(sql`update decision_record set public_document = replace(public_document, 'GRR', 'Autre') where request_id = ${requestId}`),
  );
  expect(found).toMatchObject({ intact: false, reason: "changed-content" });
});

it("a sealed record that is gone is found", async () => {
  const found = await afterwards("Ville amputée", (_, requestId) =>
    tamper(sql`delete from decision_record where request_id = ${requestId}`),
  );
  expect(found).toMatchObject({ intact: false, reason: "missing-content" });
});

it("a link of the journal made anew, its own hash included, is found by the one that follows it", async () => {
  let sequence = 0;
  const found = await afterwards("Ville refaite", async (town) => {
    const { hash: _, ...link } = await deps.db
      .selectFrom("journalEntry")
      .selectAll()
      .where("authorityId", "=", town.id)
      .where("what", "=", "gate-concluded")
      .orderBy("sequence")
      .limit(1)
      .executeTakeFirstOrThrow();
    const forged = { ...(link as unknown as Link), role: "guarantor" };
    sequence = forged.sequence;
    await tamper(sql`
      update journal_entry set role = ${forged.role}, hash = ${hashOf(forged)} where authority_id = ${town.id} and sequence = ${sequence}`);
  });
  expect(found).toMatchObject({ intact: false, sequence: sequence + 1, reason: "broken-chain" });
});

it("a link of the journal taken out is found, and so is one whose words alone were changed", async () => {
  const without = await afterwards("Ville trouée", (town) =>
    tamper(sql`delete from journal_entry where authority_id = ${town.id} and sequence = 3`),
  );
  expect(without).toMatchObject({ intact: false, sequence: 3, reason: "missing-entry" });
  const changed = await afterwards("Ville changée", (town) =>
    tamper(sql`update journal_entry set role = 'guarantor' where authority_id = ${town.id} and sequence = 3`),
  );
  expect(changed).toMatchObject({ intact: false, sequence: 3, reason: "changed-entry" });
});
