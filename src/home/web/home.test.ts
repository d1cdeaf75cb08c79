import { beforeAll, describe, expect, it } from "vitest";
import { anAgent, anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { anInstallation } from "#src/inventory/testing.ts";
import type { Agent } from "#src/kernel/agent.ts";
import type { LocalDate } from "#src/kernel/dates.ts";
import { newId } from "#src/kernel/ids.ts";
import { ok } from "#src/kernel/result.ts";
import { inAuthority } from "#src/platform/db/in-authority.ts";
import { watchedDatabase } from "#src/platform/db/testing.ts";
import { wordsOf } from "#src/platform/http/test-app.ts";
import { testDeps } from "#src/platform/testing.ts";
import { storeStory } from "#src/requests/db/list-testing.ts";
import {
  aNeed,
  asked,
  confirmed,
  examined,
  play,
  proposed,
  type RequestFacts,
  searched,
  structured,
  used,
  waiverAnswered,
  waiverAsked,
} from "#src/requests/domain/testing.ts";
import { STORIES } from "#src/requests/domain/testing-stories.ts";
import { firstNameOf } from "./first-name.ts";
import { viewHome } from "./home-view.ts";
import { visit } from "./test-app.ts";

const deps = await testDeps();
const { db } = deps;
deps.clock.now = new Date("2026-03-24T08:00:00Z");

const titled = (title: string): RequestFacts => ({ need: aNeed({ title, neededBy: null, budget: null }) });

/** A candidate that fails accessibility: what a waiver is asked for. */
const notAccessible = [
  structured(),
  searched("open-source", ["Koha"]),
  proposed("open-source", "Koha", { licence: "GPL-3.0-or-later" }),
  examined("Koha", {
    knockOuts: {
      licence: { passes: true, reason: "OSI" },
      "personal-data": { passes: true, reason: "Oui" },
      security: { passes: true, reason: "Oui" },
      accessibility: { passes: false, reason: "Deux écrans" },
      interoperability: { passes: true, reason: "Oui" },
    },
  }),
  waiverAsked("Koha", "accessibility"),
] as const;

const page = async (agent: Agent, path = "/"): Promise<string> => wordsOf(await visit(deps, agent, path));

describe("the home page", () => {
  let ours: TestAuthority;
  let neighbour: TestAuthority;
  beforeAll(async () => {
    ours = await anAuthority(deps);
    neighbour = await anAuthority(deps);
    await storeStory(db, ours, STORIES.submitted(titled("Élaguer les arbres")));
    await storeStory(db, ours, STORIES.toCountersign(titled("Gérer le cimetière")));
    await storeStory(db, ours, play(STORIES.atGate2(titled("Demander une dérogation")), ...notAccessible));
    await storeStory(db, ours, play(STORIES.atGate2(titled("Dérogation déjà répondue")), ...notAccessible, waiverAnswered(false)));
    await storeStory(db, ours, play(STORIES.submitted(titled("Réserver les salles")), asked("Combien de salles ?")));
    await storeStory(db, ours, play(STORIES.freeWithWaiver({}), used("2026-03-20" as LocalDate)));
    await storeStory(db, neighbour, STORIES.toCountersign(titled("Affaire du voisin")));
    await inAuthority(db, ours.id, async (trx) => {
      await trx.updateTable("requestSummary").set({ confirmOn: "2026-03-23" }).where("usedSince", "is not", null).execute();
      return ok(null);
    });
  });

  it("greets by the first name and says the day", async () => {
    const text = await page(ours.requester);
    expect(text).toContain("Bonjour Rose");
    expect(text).toContain("Mardi 24 mars 2026.");
  });

  it("shows a reviewer what waits for reviewers, the late first, and nothing of a guarantor's", async () => {
    const text = await page(ours.reviewer);
    expect(text).toContain("À vous Élaguer les arbres");
    expect(text).toContain("Porte 1, en retard de 17 jours");
    expect(text.indexOf("Examiner : Élaguer")).toBeLessThan(text.indexOf("Examiner : Demander"));
    expect(text).toContain("Trois choses attendent votre avis.");
    expect(text).not.toContain("Contresigner");
    expect(text).not.toContain("Répondre à une dérogation");
    expect(text).not.toContain("Examiner : Réserver les salles");
  });

  it("shows a guarantor what to countersign, by whom, and the waivers not answered yet", async () => {
    const text = await page(ours.guarantor);
    expect(text).toContain("Contresigner la sortie de la porte 2 : Gérer le cimetière");
    expect(text).toContain("Ivan Instructeur a écarté cette porte.");
    expect(text).toContain("Répondre à une dérogation : Demander une dérogation");
    expect(text.match(/Répondre à une dérogation/g)).toHaveLength(2); // the link, and the words of its button
    expect(text).toContain("Deux choses attendent votre avis.");
  });

  it("shows no conclusion nor waiver to the one who wrote it, unless the authority has one person for both", async () => {
    const authority = await anAuthority(deps);
    const both = await anAgent(deps, authority.id, { roles: ["reviewer", "guarantor"], name: "Solène Seule" });
    const played = { ...authority, reviewer: both };
    await storeStory(db, played, STORIES.toCountersign(titled("Gérer le cimetière")));
    await storeStory(db, played, play(STORIES.atGate2(titled("Demander une dérogation")), ...notAccessible));
    expect(await page(authority.guarantor)).toContain("Contresigner la sortie");
    const alone = await page(both);
    expect(alone).not.toContain("Contresigner la sortie");
    expect(alone).not.toContain("Répondre à une dérogation");
    await db.updateTable("authority").set({ countersignature: "single-person" }).where("id", "=", authority.id).execute();
    const single = await page(both);
    expect(single).toContain("Contresigner la sortie");
    expect(single).toContain("Répondre à une dérogation");
  });

  it("shows a requester the questions asked and what to confirm, theirs alone", async () => {
    const text = await page(ours.requester);
    expect(text).toContain("Répondre à une question : Réserver les salles");
    expect(text).toContain("Confirmer à l’usage : Koha");
    expect(text).toContain("Fait-il ce qui avait été décidé ?");
    const colleague = await anAgent(deps, ours.id, { roles: ["requester"], departmentId: ours.departments.library });
    const other = await page(colleague);
    expect(other).not.toContain("Répondre à une question");
    expect(other).not.toContain("Confirmer à l’usage");
    expect(other).toContain("Rien n’attend votre avis.");
  });

  it("does not ask before it is in use", async () => {
    const authority = await anAuthority(deps);
    await storeStory(db, authority, STORIES.freeWithWaiver({}));
    const set = (usedSince: string | null): Promise<unknown> =>
      db.updateTable("requestSummary").set({ confirmOn: "2026-03-23", usedSince }).where("authorityId", "=", authority.id).execute();
    await set(null);
    expect(await page(authority.requester)).not.toContain("Confirmer à l’usage :");
    await set("2026-03-20");
    expect(await page(authority.requester)).toContain("Confirmer à l’usage :");
  });

  it("no longer asks for what was confirmed", async () => {
    const authority = await anAuthority(deps);
    await storeStory(db, authority, play(STORIES.freeWithWaiver({}), used("2026-03-20" as LocalDate), confirmed("yes")));
    await db.updateTable("requestSummary").set({ confirmOn: "2026-03-23" }).where("authorityId", "=", authority.id).execute();
    expect(await page(authority.requester)).not.toContain("Confirmer à l’usage :");
  });

  it("shows drafts to the person who began them", async () => {
    await inAuthority(db, ours.id, async (trx) => {
      const draft = { authorityId: ours.id, personId: ours.requester.id, updatedAt: deps.now() };
      const content = (typed: object): string => JSON.stringify(typed);
      await trx
        .insertInto("requestDraft")
        .values([
          { ...draft, id: newId<string>(), content: content({ titre: ["Suivre les clés"] }) },
          { ...draft, id: newId<string>(), content: content({ titre: "Compter les vélos" }) },
          { ...draft, id: newId<string>(), content: content({}) },
        ])
        .execute();
      return ok(null);
    });
    const text = await page(ours.requester);
    for (const title of ["Suivre les clés", "Compter les vélos", "Demande sans titre"]) expect(text).toContain(title);
    expect(await page(ours.reviewer)).not.toContain("Suivre les clés");
  });

  it("shows the requests in progress of one's department to a requester, of the whole authority to the others", async () => {
    const elsewhere = await anAgent(deps, ours.id, { roles: ["requester"], departmentId: ours.departments.it });
    const text = await page(elsewhere);
    expect(text).toContain("Les autres demandes de votre service");
    expect(text).toContain("Aucune autre demande n’est en cours.");
    const elected = await page(ours.electedOfficial);
    expect(elected).toContain("Les demandes en cours");
    expect(elected).toContain("Gérer le cimetière");
    expect(elected).not.toContain("Déposer une demande");
  });

  it("leads those who only read to what they come for, from the first day on", async () => {
    const fresh = await anAuthority(deps);
    for (const authority of [ours, fresh]) {
      const elected = await page(authority.electedOfficial);
      expect(elected).toContain("Lire la page des élus");
      expect(elected.includes("Lire les décisions")).toBe(authority === ours);
      expect(await page(authority.dataProtectionOfficer)).toContain("Voir où sont les données");
      expect(await page(authority.requester)).not.toContain("Lire la page des élus");
    }
  });

  it("shows nothing of a neighbour, in any role", async () => {
    for (const agent of [
      ours.requester,
      ours.reviewer,
      ours.guarantor,
      ours.administrator,
      ours.electedOfficial,
      ours.dataProtectionOfficer,
    ])
      expect(await page(agent)).not.toContain("Affaire du voisin");
    expect(await page(neighbour.guarantor)).toContain("Affaire du voisin");
  });

  it("shows the share of free software with its denominator, and what is not known apart", async () => {
    expect(await page(ours.requester)).toContain("Rien n’est encore déclaré en service");
    const declarations = [
      { name: "Koha", free: true },
      { name: "GRR", free: true },
      { name: "BiblioPlus", free: false },
      { name: "Inconnu", free: null },
    ];
    for (const facts of declarations) await anInstallation(deps, ours.reviewer, facts);
    const text = await page(ours.requester);
    expect(text).toContain("66,7 %");
    expect(text).toContain("dont la licence est connue : 2 sur 3");
    expect(text).toContain("Un de plus, dont on ne sait pas encore s’il est libre.");
  });

  it("shows the median from submission to first use, over twelve months, with how many it stands on", async () => {
    const authority = await anAuthority(deps);
    // Submitted on 2 March 2026.
    for (const day of ["2026-03-12", "2026-03-16", "2026-03-23"])
      await storeStory(db, authority, play(STORIES.freeWithWaiver({}), used(day as LocalDate)));
    await storeStory(
      db,
      authority,
      play(STORIES.freeWithWaiver({ submittedAt: new Date("2024-03-02T08:00:00Z") }), used("2025-03-23" as LocalDate)),
    );
    const text = await page(authority.requester);
    expect(text).toContain("14 jours");
    expect(text).toContain("médiane des 3 demandes servies en 12 mois");
    expect(await page(ours.guarantor)).toContain("pour la seule demande servie en 12 mois");
    expect(await page(neighbour.requester)).toContain("Aucune demande n’est encore arrivée jusqu’au service");
  });

  it("gives a brand new authority its first steps, as each role may take them", async () => {
    const fresh = await anAuthority(deps);
    const administrator = await page(fresh.administrator);
    for (const step of ["Inviter les personnes", "Déclarer ce qui est en service", "Exprimer un premier besoin"])
      expect(administrator).toContain(step);
    expect(administrator).toMatch(/Inviter les personnes.*Fait/);
    expect(await page(fresh.requester)).not.toContain("Inviter les personnes");
    const elected = await page(fresh.electedOfficial);
    expect(elected).toContain("Bienvenue");
    expect(elected).not.toContain("Exprimer un premier besoin");
  });

  it("asks three queries at most", async () => {
    const { db: watched, sent } = watchedDatabase(deps.url);
    const fresh = await anAuthority(deps);
    for (const agent of [ours.guarantor, fresh.administrator]) {
      sent.length = 0;
      await viewHome({ db: watched }, agent, "2026-03-24" as LocalDate);
      expect(sent.filter((text) => !/set_config|^(begin|rollback|commit|start)/.test(text))).toHaveLength(3);
    }
  });
});

describe("the first name", () => {
  it.each([
    ["Nadia Ferrand", "Nadia"],
    ["FERRAND Nadia", "Nadia"],
    ["Jean-Pierre DE LA TOUR", "Jean-Pierre"],
    ["ADMINISTRATION", "ADMINISTRATION"],
    ["  Zoé  ", "Zoé"],
  ])("of %s is %s", (name, expected) => expect(firstNameOf(name)).toBe(expected));
});
