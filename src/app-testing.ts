import { sql } from "kysely";
import { anAuthority, aSignedInCookie, type TestAuthority } from "#src/authorities/testing.ts";
import { someContracts } from "#src/contracts/testing.ts";
import { anInstallation, anInterface } from "#src/inventory/testing.ts";
import { sendImport } from "#src/inventory/usecases/send-import.ts";
import { IMPORT_WORDS } from "#src/inventory/web/import-words.ts";
import type { Agent } from "#src/kernel/agent.ts";
import { newId } from "#src/kernel/ids.ts";
import type { Role } from "#src/kernel/rights.ts";
import { aToken, someMachines } from "#src/machines/testing.ts";
import { someOpenness } from "#src/openness/testing.ts";
import { type TestDeps, testDeps } from "#src/platform/testing.ts";
import { aDecidedRequest, anExamination, anExaminedCandidate, aRequest, aRequestAtGate2, done, having } from "#src/requests/testing.ts";
import { postMessage } from "#src/requests/usecases/post-message.ts";
import { requestWaiver } from "#src/requests/usecases/request-waiver.ts";
import { saveDraft } from "#src/requests/usecases/save-draft.ts";
import { aSkill } from "#src/skills/testing.ts";
import { aCatalogueImport, someOwnWords, WITH_CATALOGUE } from "#src/sources/testing.ts";
import { anAnswer } from "#src/sovereignty/testing.ts";
import { someWatch } from "#src/watch/testing.ts";
import { type App, buildApp } from "./app.tsx";

/** What exists in one authority, by the name under which addresses call it. */
export type Belongings = {
  readonly authority: TestAuthority;
  readonly slug: string;
  readonly open: string;
  readonly decided: string;
  readonly candidate: string;
  readonly waiver: string;
  readonly conclusion: string;
  readonly file: string;
  readonly draft: string;
  readonly installation: string;
  readonly interface: string;
  readonly import: string;
  readonly invitation: string;
  readonly notification: string;
  readonly contract: string;
  readonly document: string;
  readonly skill: string;
  readonly declaredEnd: string;
  readonly suggestion: string;
  readonly reference: string;
  readonly machine: string;
  readonly agentToken: string;
};

export type World = { readonly deps: TestDeps; readonly app: App; readonly ours: Belongings; readonly theirs: Belongings };

/** The whole application on real parts, with two authorities that have one of everything. */
export async function aWorld(): Promise<World> {
  const deps = await testDeps({}, WITH_CATALOGUE);
  await sql`insert into supplier (id, name, origin, made_at, changed_at)
            values (${LISTED_SUPPLIER}, 'Coopérative du numérique', 'hand', ${deps.now()}, ${deps.now()})`.execute(deps.db);
  await aCatalogueImport(deps, LISTED_IMPORT);
  await deps.jobs.start();
  const assets = { styles: "/assets/styles.css", client: "/assets/client.js", font: "/assets/font.woff2" };
  const app = buildApp(deps, { assets, createDemonstration: async () => [] });
  const ours = await belongingsOf(deps, "Ville de Valmontel");
  const theirs = await belongingsOf(deps, "Ville voisine");
  await deps.jobs.stop();
  return { deps, app, ours, theirs };
}

async function belongingsOf(deps: TestDeps, name: string): Promise<Belongings> {
  const authority = await anAuthority(deps, { name });
  const { reviewer, requester } = authority;
  const open = await aRequestAtGate2(deps, authority);
  const knockOuts = { ...anExamination("open-source").knockOuts, security: { passes: false, reason: "Non." } };
  const candidate = await anExaminedCandidate(deps, authority, open, "open-source", { knockOuts });
  const asked = await done(
    requestWaiver(deps, reviewer, {
      ...(await having(deps, reviewer, open)),
      candidateId: candidate,
      object: "security",
      reason: "Bientôt.",
    }),
  );
  const files = [{ name: "note.txt", bytes: new TextEncoder().encode("Bonjour") }];
  await done(postMessage(deps, requester, { requestId: open, entryId: newId(), kind: "answer-given", text: "Voici.", files }));
  const decided = await aDecidedRequest(deps, authority);
  await aRequest(deps, authority);
  const draft = newId<string>();
  const csv = new TextEncoder().encode("nom;services\nGLPI;Bibliothèque\n;\n");
  const upload = await done(sendImport(deps, reviewer, { id: newId<string>(), fileName: "parc.csv", bytes: csv, words: IMPORT_WORDS }));
  await done(
    saveDraft(deps, requester, {
      id: draft,
      typed: { titre: ["Un besoin"], besoin: ["Des mots"], service: [authority.departments.library] },
    }),
  );
  const installation = await anInstallation(deps, reviewer, { name: "Nextcloud", departmentIds: [authority.departments.library] });
  const neededBy = await anInstallation(deps, reviewer, { name: "Collabora Online" });
  const tie = await anInterface(deps, reviewer, { from: neededBy, to: installation });
  await someOwnWords(deps, reviewer, "grr", { descriptionEn: "Room booking." });
  await someOpenness(deps, authority.id);
  await anAnswer(deps, reviewer, installation);
  return {
    authority,
    open,
    decided,
    candidate,
    waiver: asked.entry.id,
    draft,
    installation,
    interface: tie,
    import: upload.id,
    ...(await someWatch(deps, authority)),
    ...(await someContracts(deps, reviewer, installation)),
    skill: await aSkill(deps, reviewer, installation),
    ...(await rowsOf(deps, authority, open, decided)),
    machine: await someMachines(deps, authority),
    agentToken: await aToken(deps, authority),
  };
}

async function rowsOf({ db, now }: TestDeps, { id, administrator, requester }: TestAuthority, open: string, decided: string) {
  const [invitation, notification] = [newId<string>(), newId<string>()];
  await sql`insert into invitation (authority_id, id, email, name, roles, token_hash, invited_by, invited_at, expires_at)
            values (${id}, ${invitation}, 'nouvelle@test.example', 'Nouvelle', '{requester}', ${invitation}, ${administrator.id}, ${now()}, ${new Date(now().getTime() + 1e9)})`.execute(
    db,
  );
  await sql`insert into notification (authority_id, person_id, id, at, kind, subject_id, detail)
            values (${id}, ${requester.id}, ${notification}, ${now()}, 'question-asked', ${open}, '{"reference":"2026-001","title":"Besoin"}')`.execute(
    db,
  );
  const { slug } = await db.selectFrom("authority").select("slug").where("id", "=", id).executeTakeFirstOrThrow();
  const { id: file } = await db.selectFrom("attachment").select("id").where("requestId", "=", open).executeTakeFirstOrThrow();
  const { reference } = await db
    .selectFrom("requestSummary")
    .select("reference")
    .where("requestId", "=", decided)
    .executeTakeFirstOrThrow();
  const conclusions = await sql<{ id: string }>`
    select id from request_entry where request_id = ${open} and content ->> 'kind' = 'gate-concluded'`.execute(db);
  return { invitation, notification, slug, file, reference, conclusion: conclusions.rows[0]?.id ?? "" };
}

/** The address of a declared route, for what one authority has. Undefined: nobody told which of its things this route is about. */
export function addressFor(path: string, has: Belongings): string | undefined {
  const subject = SUBJECTS.find(([pattern]) => pattern.test(path));
  const values: Readonly<Record<string, string>> = {
    ...(subject === undefined ? {} : subject[1](has)),
    slug: /^\/(catalogue|api)\//.test(path) ? "libreoffice" : has.slug,
  };
  const address = path.replace(/:([a-z]+)/g, (whole, name: string) => values[name] ?? whole);
  return address.includes(":") ? undefined : address;
}

/** Suppliers are the instance's: both authorities read the same. */
const LISTED_SUPPLIER = "5e1f0000-0000-4000-8000-000000000001";
/** So are the imports of the catalogue. */
const LISTED_IMPORT = "5e1f0000-0000-4000-8000-000000000002";
const NOBODY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
const SUBJECTS: readonly (readonly [RegExp, (has: Belongings) => Readonly<Record<string, string>>])[] = [
  [/^\/(api\/v1\/suppliers|fournisseurs)\//, () => ({ id: LISTED_SUPPLIER })],
  [/^\/catalogue\/sources\//, () => ({ id: "sill" })],
  [/^\/catalogue\/imports\//, () => ({ id: LISTED_IMPORT })],
  [/^\/demandes\/brouillons\//, ({ draft }) => ({ id: draft })],
  [/^\/demandes\/:id\/(dossier|bilan|nouveau-tour)/, ({ decided }) => ({ id: decided })],
  [
    /^\/demandes\//,
    ({ open, candidate, waiver, conclusion, file }) => ({
      id: open,
      candidat: candidate,
      derogation: waiver,
      constat: conclusion,
      fichier: file,
    }),
  ],
  [/^\/catalogue\/:slug\/fins-de-vie\//, (has) => ({ fin: has.declaredEnd })],
  [/^\/veille\/propositions\//, (has) => ({ id: has.suggestion })],
  [/^\/parc\/contrats\//, ({ contract, document }) => ({ id: contract, fichier: document })],
  [/^\/parc\/savoir-faire\//, ({ skill }) => ({ id: skill })],
  [/^\/parc\/postes\/agents\//, ({ agentToken }) => ({ id: agentToken })],
  [/^\/parc\/postes\//, ({ machine }) => ({ id: machine })],
  [/^\/parc\/souverainete\//, ({ installation }) => ({ id: installation, question: "partir" })],
  [/^\/parc\/import\//, (has) => ({ id: has.import })],
  [/^\/parc\//, ({ installation, interface: lien }) => ({ id: installation, lien })],
  [/^\/administration\/invitations\//, ({ invitation }) => ({ id: invitation })],
  [/^\/administration\/personnes\//, ({ authority }) => ({ id: authority.requester.id })],
  [/^\/administration\/services\//, ({ authority }) => ({ id: authority.departments.library })],
  [/^\/notifications\//, ({ notification }) => ({ id: notification })],
  [/^\/public\//, ({ reference }) => ({ file: reference, reference })],
  [/:token/, () => ({ token: NOBODY })],
];

export const AGENTS: Readonly<Record<Role, (authority: TestAuthority) => Agent>> = {
  requester: ({ requester }) => requester,
  reviewer: ({ reviewer }) => reviewer,
  guarantor: ({ guarantor }) => guarantor,
  administrator: ({ administrator }) => administrator,
  "elected-official": ({ electedOfficial }) => electedOfficial,
  "data-protection-officer": ({ dataProtectionOfficer }) => dataProtectionOfficer,
};

export function cookieOf({ deps }: World, agent: Agent): Promise<string> {
  return aSignedInCookie(deps, agent);
}

/** Sends what a browser would send from one of our own pages. */
export async function send(
  { app, deps }: World,
  method: "GET" | "POST",
  address: string,
  cookie: string,
  body: BodyInit = "",
): Promise<Response> {
  const headers: Record<string, string> = { cookie, origin: deps.config.publicUrl, host: new URL(deps.config.publicUrl).host };
  if (method === "POST" && typeof body === "string") headers["content-type"] = "application/x-www-form-urlencoded";
  return app.request(`${deps.config.publicUrl}${address}`, { method, headers, ...(method === "POST" ? { body } : {}) });
}
