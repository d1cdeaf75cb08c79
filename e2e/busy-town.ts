import { anAgent, anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { invitePerson } from "#src/authorities/usecases/invite-person.ts";
import { makeResetLink } from "#src/authorities/usecases/password-reset.ts";
import { changeState } from "#src/inventory/public.ts";
import { anInstallation } from "#src/inventory/testing.ts";
import { sendImport } from "#src/inventory/usecases/send-import.ts";
import { IMPORT_WORDS } from "#src/inventory/web/import-words.ts";
import type { Agent } from "#src/kernel/agent.ts";
import type { LocalDate } from "#src/kernel/dates.ts";
import { type InstallationId, newId } from "#src/kernel/ids.ts";
import { ROLES } from "#src/kernel/rights.ts";
import { concludeGate, KNOCK_OUTS_AT, postMessage, recordSearch, requestWaiver, saveDraft, startUse } from "#src/requests/public.ts";
import * as requests from "#src/requests/testing.ts";
import type { RunningApp } from "./app.ts";
import { aBusyCatalogue } from "./busy-catalogue.ts";
import { aBusyInventory } from "./busy-inventory.ts";

export type BusyTown = {
  /** Somebody who holds every role, and may open every page. */
  readonly everybody: Agent;
  /** Addresses by the route that answers them; a route without parameter is its own address. */
  readonly addresses: Readonly<Record<string, readonly string[]>>;
};

/** An authority where there is something to see on each page. */
export async function aBusyTown({ deps }: RunningApp): Promise<BusyTown> {
  const town = await anAuthority(deps, { name: "Ville de Valmontel" });
  const { id: authorityId, reviewer, requester, departments } = town;
  const everybody = await anAgent(deps, authorityId, { roles: ROLES, departmentId: departments.library, name: "Toutes Casquettes" });
  const by = { authorityId, id: reviewer.id };
  const facts = { purpose: "Réserver les salles municipales", users: 12, departmentIds: [departments.it, departments.library] };
  const installation = await anInstallation(deps, by, { ...facts, name: "Agenda des salles" });
  await anInstallation(deps, by, { name: "GLPI", softwareSlug: "glpi", state: "leaving" });
  await anInstallation(deps, by, { name: "Ancien agenda", state: "retired" });

  const fresh = await requests.aRequest(deps, town);
  const open = await atGate2(deps, town);
  const waiting = await waitingForCountersignature(deps, town);
  const last = await requests.aRequestAtGate2(deps, town);
  for (const gate of ["open-source", "proprietary"] as const) await requests.ruleOut(deps, town, last, gate);
  const decided = await inUse(deps, town);
  const { reference } = await requests.requestNow(deps, reviewer, decided);
  const conclusion = (await requests.requestNow(deps, reviewer, waiting)).entries.find(({ content }) => content.kind === "gate-concluded");

  const draft = newId<string>();
  const typed = {
    titre: ["Gérer la salle des fêtes"],
    besoin: ["Réserver la salle des fêtes"],
    service: [departments.library],
    agents: ["3"],
  };
  await requests.done(saveDraft(deps, everybody, { id: draft, typed }));
  const sent = { id: newId<string>(), fileName: "parc.csv", bytes: new TextEncoder().encode(LIST), words: IMPORT_WORDS };
  await requests.done(sendImport(deps, everybody, sent));
  const person = {
    id: newId<string>(),
    email: "nora@valmontel.example",
    name: "Nora Nouvelle",
    departmentId: null,
    roles: ["requester"],
  } as const;
  const { url: invitation = "" } = await requests.done(invitePerson(deps, everybody, person));
  const reset = await requests.done(makeResetLink(deps, everybody, requester.id));
  const slug = (await deps.db.selectFrom("authority").select("slug").where("id", "=", authorityId).executeTakeFirstOrThrow()).slug;

  const on = (request: string, rest: string): readonly string[] => [`/demandes/${request}${rest}`];
  return {
    everybody,
    addresses: {
      "/reinitialisation/:token": [new URL(reset).pathname],
      "/invitation/:token": [new URL(invitation).pathname],
      "/administration/personnes/:id": [`/administration/personnes/${requester.id}`],
      "/administration/services/:id": [`/administration/services/${departments.culture}`],
      "/demandes": ["/demandes", "/demandes?recherche=salles&etat=en-cours", "/demandes?recherche=introuvable"],
      "/demandes/brouillons/:id": on("brouillons", `/${draft}`),
      "/demandes/brouillons/:id/existant": on("brouillons", `/${draft}/existant`),
      "/demandes/brouillons/:id/exigences": on("brouillons", `/${draft}/exigences`),
      "/demandes/:id": [fresh, open.request, waiting, last, decided].map((id) => `/demandes/${id}`),
      "/demandes/:id/dossier": on(decided, "/dossier"),
      "/public/:slug": [`/public/${slug}`],
      "/public/:slug/decisions/:file": [`/public/${slug}/decisions/${reference}`],
      "/demandes/:id/besoin": [...on(fresh, "/besoin"), ...on(open.request, "/besoin")],
      "/demandes/:id/recherches": on(open.request, "/recherches"),
      "/demandes/:id/candidats/nouveau": on(open.request, "/candidats/nouveau"),
      "/demandes/:id/candidats/:candidat": on(open.request, `/candidats/${open.candidate}`),
      "/demandes/:id/candidats/:candidat/derogation": on(open.request, `/candidats/${open.candidate}/derogation?objet=accessibility`),
      "/demandes/:id/derogations/:derogation": on(open.request, `/derogations/${open.waiver}`),
      "/demandes/:id/etude": on(last, "/etude"),
      "/demandes/:id/conclusion": [...on(fresh, "/conclusion"), ...on(open.request, "/conclusion?ecarter=1")],
      "/demandes/:id/constats/:constat/corriger": on(waiting, `/constats/${conclusion?.id}/corriger`),
      "/demandes/:id/contreseing": on(waiting, "/contreseing"),
      "/demandes/:id/renvoi": on(waiting, "/renvoi"),
      "/demandes/:id/messages": on(open.request, "/messages"),
      "/demandes/:id/retrait": on(open.request, "/retrait"),
      "/demandes/:id/bilan": on(decided, "/bilan"),
      "/demandes/:id/nouveau-tour": on(decided, "/nouveau-tour"),
      "/catalogue": ["/catalogue", "/catalogue?recherche=r%C3%A9server%20une%20salle", "/catalogue?recherche=zzzz"],
      ...(await aBusyCatalogue(deps, town, everybody)),
      "/parc": ["/parc", "/parc?recherche=introuvable"],
      ...(await aBusyInventory(deps, town, installation)),
      "/parc/import/:id": [`/parc/import/${sent.id}`],
      "/parc/import/:id/colonnes": [`/parc/import/${sent.id}/colonnes`],
      "/parc/:id": [`/parc/${installation}`],
      "/parc/:id/modifier": [`/parc/${installation}/modifier`],
    },
  };
}

const LIST = "Logiciel;Service(s);Nombre d’utilisateurs;État\r\nPastell;Culture;8;en service\r\nKoha;Inconnu;beaucoup;en panne\r\n";

type Deps = RunningApp["deps"];

/** At gate 2: a search, a question with its file, a candidate that fails a knock-out, and the waiver asked for it. */
async function atGate2(
  deps: Deps,
  town: TestAuthority,
): Promise<{ readonly request: string; readonly candidate: string; readonly waiver: string }> {
  const { reviewer } = town;
  const request = await requests.aRequestAtGate2(deps, town, { budget: { cents: 500_000, years: 5 }, neededBy: "2026-12-01" as LocalDate });
  const having = () => requests.having(deps, reviewer, request);
  await requests.done(recordSearch(deps, reviewer, { ...(await having()), gate: "open-source", query: "réservation de salles" }));
  const passes = KNOCK_OUTS_AT["open-source"].map((knockOut) => [knockOut, { passes: true, reason: "" }]);
  const knockOuts = { ...Object.fromEntries(passes), accessibility: { passes: false, reason: "Le clavier ne suffit pas." } };
  const candidate = await requests.anExaminedCandidate(deps, town, request, "open-source", { knockOuts });
  const asked = { ...(await having()), candidateId: candidate, object: "accessibility", reason: "Corrigé au printemps." } as const;
  const { entry } = await requests.done(requestWaiver(deps, reviewer, asked));
  const files = [{ name: "plan.txt", bytes: new TextEncoder().encode("Plan des salles") }];
  await requests.done(postMessage(deps, reviewer, { ...(await having()), kind: "question-asked", text: "Combien de salles ?", files }));
  return { request, candidate, waiver: entry.id };
}

async function waitingForCountersignature(deps: Deps, town: TestAuthority): Promise<string> {
  const { reviewer } = town;
  const request = await requests.aRequestAtGate2(deps, town, { title: "Suivre les prêts de matériel" });
  await requests.done(
    recordSearch(deps, reviewer, { ...(await requests.having(deps, reviewer, request)), gate: "open-source", query: "prêts" }),
  );
  const input = await requests.having(deps, reviewer, request);
  await requests.done(
    concludeGate(deps, reviewer, { ...input, gate: "open-source", verdict: { kind: "ruled-out" }, statement: "Rien ne convient." }),
  );
  return request;
}

/** Decided, and used since. */
async function inUse(deps: Deps, town: TestAuthority): Promise<string> {
  const request = await requests.aDecidedRequest(deps, town, { title: "Inscrire aux ateliers" });
  const { id } = await deps.db.selectFrom("installation").select("id").where("requestId", "=", request).executeTakeFirstOrThrow();
  const move = { id: id as InstallationId, from: "planned", to: "in-service", day: "2026-01-05" as LocalDate } as const;
  await requests.done(changeState(deps, town.reviewer, move, startUse));
  return request;
}
