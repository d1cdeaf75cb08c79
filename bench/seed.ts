import { sql } from "kysely";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { anInstallation } from "#src/inventory/testing.ts";
import type { Deps } from "#src/platform/deps.ts";
import { aDecidedRequest, anExaminedCandidate, aRequest, aRequestAtGate2, done, having, ruleOut } from "#src/requests/testing.ts";
import { recordSearch } from "#src/requests/usecases/record-search.ts";

export type Sizes = { readonly authorities: number; readonly requests: number; readonly installations: number; readonly people: number };

const MODELS = 10;

/**
 * Ten requests made by the real use cases, standing at several points of the procedure, then copied in SQL until every authority
 * has as many as asked, with their entries, summaries, records and a journal of the same size (whose hashes are not a true chain).
 */
export async function seed(deps: Deps, sizes: Sizes): Promise<TestAuthority> {
  const first = await anAuthority(deps, { name: "Ville mesurée" });
  await modelRequests(deps, first);
  for (let index = 0; index < 10; index += 1) {
    const purpose = `Usage numéro ${index} : gestion, suivi et partage`;
    await anInstallation(deps, first.reviewer, {
      name: `Logiciel ${index}`,
      purpose,
      users: 10 * index,
      free: index % 3 !== 0,
      departmentIds: [first.departments.it],
    });
  }
  await fillPeople(deps, first, sizes.people);
  await copyAuthorities(deps, first, sizes.authorities);
  await copyInstallations(deps, sizes.installations / 10);
  await copyRequests(deps, sizes.requests / MODELS);
  await sql`vacuum analyze`.execute(deps.db);
  return first;
}

async function modelRequests(deps: Deps, town: TestAuthority): Promise<void> {
  const { reviewer } = town;
  for (let index = 0; index < 4; index += 1) await aDecidedRequest(deps, town, { title: `Réserver les salles, besoin ${index}` });
  await aRequest(deps, town, { title: "Suivre les tournées des espaces verts" });
  await aRequest(deps, town, { title: "Signer les marchés à distance" });
  for (const title of ["Gérer le cimetière", "Prêter le matériel aux associations"]) {
    const id = await aRequestAtGate2(deps, town, { title });
    await done(
      recordSearch(deps, reviewer, { ...(await having(deps, reviewer, id)), gate: "open-source", query: "réservation de salles" }),
    );
    for (const name of ["GRR", "Publik", "Booked"]) await anExaminedCandidate(deps, town, id, "open-source", {}, name);
  }
  for (const title of ["Inscrire les enfants au périscolaire", "Tenir le registre des délibérations"])
    await ruleOut(deps, town, await aRequestAtGate2(deps, town, { title }), "open-source");
}

async function fillPeople({ db }: Deps, { id }: TestAuthority, people: number): Promise<void> {
  await sql`
    with made as (
      insert into auth."user" (id, name, email, "emailVerified")
      select gen_random_uuid(), 'Agent ' || n, 'agent' || n || '@mesure.example', true from generate_series(7, ${people}::int) n returning id, name, email)
    insert into membership (authority_id, person_id, name, email, roles, joined_at) select ${id}, id, name, email, '{requester}', now() from made`.execute(
    db,
  );
}

/** The other authorities: their departments and people, with identifiers derived from the first one's. */
async function copyAuthorities({ db }: Deps, { id }: TestAuthority, authorities: number): Promise<void> {
  const copies = sql`(select n, md5('authority' || n)::uuid as copy from generate_series(1, ${authorities}::int) n) c`;
  await sql`insert into authority (id, slug, name, kind, created_at) select copy, 'ville-' || n, 'Ville ' || n, 'commune', now() from ${copies}`.execute(
    db,
  );
  await sql`insert into department (authority_id, id, name) select copy, md5(d.id::text || copy)::uuid, d.name from department d, ${copies} where d.authority_id = ${id}`.execute(
    db,
  );
  await sql`insert into auth."user" (id, name, email, "emailVerified")
    select md5(m.person_id::text || copy)::uuid, m.name, n || '-' || m.email, true from membership m, ${copies} where m.authority_id = ${id}`.execute(
    db,
  );
  await sql`insert into membership (authority_id, person_id, name, email, roles, joined_at)
    select copy, md5(m.person_id::text || copy)::uuid, m.name, n || '-' || m.email, m.roles, m.joined_at from membership m, ${copies} where m.authority_id = ${id}`.execute(
    db,
  );
}

async function copyInstallations({ db }: Deps, times: number): Promise<void> {
  await sql`
    with models as (select i.*, d.department_id from installation i left join installation_department d on d.installation_id = i.id where i.request_id is null),
    made as (
      insert into installation (authority_id, id, name, software_slug, free, state, purpose, users, in_service_on, declared_by, declared_at)
      select a.id, md5(m.id::text || a.id || k)::uuid, m.name || ' ' || k, m.software_slug, m.free, m.state, m.purpose, m.users, m.in_service_on, m.declared_by, m.declared_at
        from models m, authority a, generate_series(1, ${times}::int) k
      returning 1)
    select count(*) from made`.execute(db);
}

/** One insert a table and an authority: small transactions, steady memory. */
async function copyRequests({ db }: Deps, times: number): Promise<void> {
  await sql`create table model as select r.*, (select authority_id from request limit 1) as source from request r`.execute(db);
  await sql`create table model_entry as select * from request_entry`.execute(db);
  await sql`create table model_summary as select * from request_summary`.execute(db);
  await sql`create table model_record as select * from decision_record`.execute(db);
  const { rows } = await sql<{
    id: string;
    own: boolean;
  }>`select a.id, a.id = (select source from model limit 1) as own from authority a`.execute(db);
  for (const { id, own } of rows) await copyInto(db, id, own, times);
  await sql`drop table model, model_entry, model_summary, model_record`.execute(db);
}

async function copyInto(db: Deps["db"], id: string, own: boolean, times: number): Promise<void> {
  const clone = (column: string) => sql.raw(`md5(${column}::text || '${id}' || k)::uuid`);
  const department = own ? sql.raw("department_id") : sql.raw(`md5(department_id::text || '${id}')::uuid`);
  const person = (column: string) => (own ? sql.raw(column) : sql.raw(`md5(${column}::text || '${id}')::uuid`));
  const copies = sql.raw(`generate_series(1, ${times}) k`);
  await sql`insert into request (authority_id, id, year, number, round, department_id, submitted_by, submitted_at)
    select ${id}, ${clone("id")}, 2020 + (k % 6), 1000 + (k * 10) + number, 1, ${department}, ${person("submitted_by")}, submitted_at - (k || ' hours')::interval from model, ${copies}`.execute(
    db,
  );
  await sql`insert into request_entry (authority_id, request_id, sequence, id, at, person_id, role, content)
    select ${id}, ${clone("request_id")}, sequence, ${clone("id")}, at, ${person("person_id")}, role,
           content || case when content ? 'concluded' then jsonb_build_object('concluded', ${clone("(content ->> 'concluded')")}) else '{}' end
      from model_entry, ${copies}`.execute(db);
  await sql`insert into request_summary
    (authority_id, request_id, reference, title, department_id, submitted_by, submitted_on, entries, state, gate, since, due_on, waits_for, solution, decided_on, used_since, confirm_on, confirmed, needed_by, arcade, search)
    select ${id}, ${clone("request_id")}, (2020 + (k % 6)) || '-' || (1000 + k * 10 + right(reference, 3)::int), title || ' ' || k, ${department}, ${person("submitted_by")}, submitted_on - (k / 24), entries, state, gate,
           since, due_on, waits_for, solution, decided_on, used_since, confirm_on, confirmed, needed_by, arcade, search from model_summary, ${copies}`.execute(
    db,
  );
  await sql`insert into decision_record (authority_id, request_id, sealed_at, document, public_document, hash, public_hash)
    select ${id}, ${clone("request_id")}, sealed_at, document, public_document, hash, public_hash from model_record, ${copies}`.execute(db);
  // Of the same size, and no true chain: the guard that refuses such entries is lifted for them.
  await sql`alter table journal_entry disable trigger chained`.execute(db);
  await sql`insert into journal_entry (authority_id, sequence, id, at, person_id, role, what, subject_type, subject_id, content_hash, previous_hash, hash)
    select authority_id, 100000 + row_number() over (order by at, sequence), id, at, person_id, role, content ->> 'kind', 'request', request_id, md5(id::text) || md5(id::text), md5(id::text) || md5(id::text), md5(id::text) || md5(id::text)
      from request_entry e where authority_id = ${id} and not exists (select from journal_entry j where j.authority_id = e.authority_id and j.id = e.id)`.execute(
    db,
  );
  await sql`alter table journal_entry enable trigger chained`.execute(db);
}
