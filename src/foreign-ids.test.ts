import { sql } from "kysely";
import { expect, it } from "vitest";
import { anAgent } from "#src/authorities/testing.ts";
import { ROLES } from "#src/kernel/rights.ts";
import { KEY_FIELD } from "#src/platform/ui/form.tsx";
import { AGENTS, addressFor, aWorld, type Belongings, cookieOf, send } from "./app-testing.ts";

const world = await aWorld();
const { deps, app, ours, theirs } = world;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** A draft keeps what was typed, as typed; it is checked when it is submitted. */
const AS_TYPED = ["request_draft"];

/** Every identifier that one authority has and the other has not. */
function idsOf(has: Belongings): readonly string[] {
  const agents = ROLES.map((role) => AGENTS[role](has.authority).id);
  const all = [has.authority.id, ...Object.values(has.authority.departments), ...agents, ...Object.values(has)];
  return [...new Set(all.filter((value): value is string => typeof value === "string" && UUID.test(value)))];
}

type Field = { readonly name: string; readonly values: readonly string[] };
type FoundForm = { readonly action: string; readonly fields: readonly Field[] };

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll("&amp;", "&");
const filler = (type: string | undefined): string => ({ date: "2026-03-02", number: "2", email: "x@test.example" })[type ?? ""] ?? "2";

/** The forms of a page as a browser would send them, each box ticked, each empty field filled. */
function formsOf(html: string, address: string): readonly FoundForm[] {
  return [...html.matchAll(/<form\b[^>]*method="post"[^>]*>([\s\S]*?)<\/form>/gi)].map(([whole, inside = ""]) => {
    const fields: Field[] = [];
    for (const [tag] of inside.matchAll(/<(?:input|button)\b[^>]*>/g)) {
      const name = attribute(tag, "name");
      if (name !== undefined && !tag.includes('type="file"'))
        fields.push({ name, values: [attribute(tag, "value") || filler(attribute(tag, "type"))] });
    }
    for (const [, tag = "", options = ""] of inside.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g))
      fields.push({
        name: attribute(tag, "name") ?? "",
        values: [...options.matchAll(/<option\b[^>]*>/g)]
          .map(([option]) => attribute(option, "value") ?? "")
          .filter((value) => value !== ""),
      });
    for (const [, tag = ""] of inside.matchAll(/<textarea\b([^>]*)>/g))
      fields.push({ name: attribute(tag, "name") ?? "", values: ["Des mots."] });
    return { action: attribute(whole, "action") ?? address, fields };
  });
}

async function rowsWith(ids: readonly string[], authorityId: string): Promise<readonly string[]> {
  const tables = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r'
       and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'authority_id' and not a.attisdropped)`.execute(
    deps.db,
  );
  const found: string[] = [];
  for (const { name } of tables.rows.filter((table) => !AS_TYPED.includes(table.name))) {
    const { rows } = await sql<{ row: string }>`
      select t::text as row from ${sql.table(name)} t where authority_id = ${authorityId} and t::text ~ ${ids.join("|")}`.execute(deps.db);
    found.push(...rows.map(({ row }) => `${name} ${row.slice(0, 300)}`));
  }
  return found.sort();
}

type Carrier = { readonly form: FoundForm; readonly name: string };

/** Each form of each page once, with each of its fields that carries an identifier. */
async function carriersFor(cookie: string): Promise<readonly Carrier[]> {
  const forms = new Map<string, FoundForm>();
  for (const { path } of app.declared.filter(({ method, path }) => method === "GET" && !NO_PAGE.test(path))) {
    const address = addressFor(path, ours) ?? "";
    const html = await (await send(world, "GET", address, cookie)).text();
    for (const form of formsOf(html, address))
      if (!OF_ONESELF.test(form.action))
        forms.set(`${form.action.replace(/[0-9a-f-]{36}/g, "…")} ${form.fields.map(({ name }) => name).join()}`, form);
  }
  return [...forms.values()].flatMap((form) =>
    form.fields
      .filter(({ name, values }) => name === KEY_FIELD || values.some((value) => UUID.test(value)))
      .map(({ name }) => ({ form, name })),
  );
}

const NO_PAGE = /export|\.(csv|ods|json|pdf|odt|yml|ics)$|^\/api|^\/agents/;
const OF_ONESELF = /connexion|mot-de-passe|^\/langue|mise-en-route/;

async function sendAll(carriers: readonly Carrier[], ids: readonly string[], cookie: string): Promise<number> {
  let sent = 0;
  for (const { form, name } of carriers)
    for (const id of ids) {
      const body = new URLSearchParams();
      for (const field of form.fields) body.append(field.name, field.name === name ? id : (field.values[0] ?? ""));
      const answer = await send(world, "POST", form.action, cookie, body.toString());
      expect(answer.status, `${form.action} ${name}`).toBeLessThan(500);
      sent += 1;
    }
  return sent;
}

it("no form writes a neighbour's identifier in our rows, nor touches the neighbour's, whichever field carries it", async () => {
  const everybody = await anAgent(deps, ours.authority.id, { roles: ROLES, departmentId: ours.authority.departments.it });
  const cookie = await cookieOf(world, everybody);
  const foreign = idsOf(theirs);
  expect(await rowsWith(foreign, ours.authority.id)).toEqual([]);
  expect((await rowsWith(idsOf(ours), ours.authority.id)).length).toBeGreaterThan(30);
  const before = await rowsWith(foreign, theirs.authority.id);
  const carriers = await carriersFor(cookie);
  const [keys, others] = [carriers.filter(({ name }) => name === KEY_FIELD), carriers.filter(({ name }) => name !== KEY_FIELD)];
  expect([keys.length > 10, others.length > 10]).toEqual([true, true]);
  expect(await sendAll(others, foreign, cookie)).toBeGreaterThan(200);
  expect(await rowsWith(foreign, ours.authority.id)).toEqual([]);
  // A form's key becomes the identifier of our own row: it may be anything, and still nothing of theirs is touched.
  await sendAll(keys, foreign, cookie);
  expect(await rowsWith(foreign, theirs.authority.id)).toEqual(before);
}, 240_000);
