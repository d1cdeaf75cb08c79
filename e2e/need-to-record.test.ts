import { afterAll, describe, expect, it } from "vitest";
import { anAuthority, type TestAuthority } from "#src/authorities/testing.ts";
import { anInstallation } from "#src/inventory/testing.ts";
import { KNOCK_OUTS_AT } from "#src/requests/domain/gates.ts";
import { aRequest } from "#src/requests/testing.ts";
import { startApp } from "./app.ts";
import { openBrowser } from "./browser.ts";
import { countersign, examine, ruleOut, search } from "./gate-steps.ts";
import { beginNeed, NEED, stateRequirements } from "./need-steps.ts";
import { confirm, downloadRecord, putInService } from "./outcome-steps.ts";
import { signIn } from "./sign-in-steps.ts";
import { aVisitor, type Reading, type Visitor } from "./visitor.ts";
import { exactly, saying } from "./wording.ts";

const app = await startApp();
const browser = await openBrowser();
afterAll(() => browser.close());

/** Each value of each thing once; the other journeys hold for other pairs of them. Both at a time: a machine may have two cores. */
const READINGS: readonly Reading[] = [
  { script: false, language: "en", width: 360 },
  { script: true, language: "fr", width: 1280 },
];

describe("a need, from its words to its record", () => {
  for (const reading of READINGS)
    it.concurrent(`passes four gates, is sealed, put in service and confirmed: ${reading.language}, ${reading.width} px, scripts ${reading.script ? "on" : "off"}`, () =>
      passFourGates(reading));
});

type People = { readonly requester: Visitor; readonly reviewer: Visitor; readonly guarantor: Visitor };

async function passFourGates(reading: Reading): Promise<void> {
  const authority = await anAuthority(app.deps, { name: "Ville de Valmontel" });
  await anInstallation(
    app.deps,
    { authorityId: authority.id, id: authority.reviewer.id },
    { name: "Agenda des élus", purpose: "Réserver la salle du conseil", users: 12 },
  );
  // Not its first day: the home page shows what waits for each.
  await aRequest(app.deps, authority, { title: "Suivre les prêts de matériel" });
  const people = {
    requester: await aVisitor(browser, app, reading),
    reviewer: await aVisitor(browser, app, reading, authority.reviewer),
    guarantor: await aVisitor(browser, app, reading, authority.guarantor),
  };
  await signIn(people.requester, app, authority.requester);
  await submitNeed(people, authority);
  await leaveInHouse(people);
  await leaveFreeSoftware(people);
  await leaveProprietary(people);
  const path = await decideToBuild(people);
  await downloadRecord(people.requester, app, path);
  await putInService(people.reviewer, NEED.title);
  await confirm(people.requester, path);
  for (const visitor of Object.values(people)) await visitor.leave();
}

/** Three short steps; what exists is shown at the second. */
async function submitNeed({ requester }: People, authority: TestAuthority): Promise<void> {
  const { request } = requester.words;
  await beginNeed(requester, "Culture › Bibliothèque");
  await requester.press(request.continue);
  await requester.choose(request.fits, request.fitsNone);
  await requester.press(request.continue);
  await stateRequirements(requester);
  await requester.sees(NEED.title);
  expect(authority.requester.name).toBe("Rose Demandeuse");
}

/** Gate 1: what the search of the inventory brings up is examined, and gets its reason. */
async function leaveInHouse({ reviewer }: People): Promise<void> {
  await reviewer.goTo("/");
  await reviewer.follow(saying(NEED.title));
  await search(reviewer, "in-house", "réserver une salle");
  await reviewer.follow("Agenda des élus");
  await examine(reviewer, [], { suits: false, reason: "Il ne sait réserver que la salle du conseil, pour les élus." });
  await ruleOut(reviewer, "Rien de ce qui est en service ne permet aux associations de réserver.");
}

/** Gate 2: the need is structured, a candidate of the catalogue examined, a waiver granted, and nothing suits after all. */
async function leaveFreeSoftware({ reviewer, guarantor }: People): Promise<void> {
  const { gate, request, home, procedure } = reviewer.words;
  await reviewer.follow(request.structure);
  await reviewer.press(gate.saveNeed);
  await search(reviewer, "open-source", "réservation de salles");
  await reviewer.press(`${gate.shortlist} GRR`);
  const first = { coverage: ["full", "full"], hostingPerYear: "600", readyOn: "2026-09-01", suits: true } as const;
  const fails = { accessibility: "Le calendrier ne se parcourt pas au clavier." };
  await examine(reviewer, KNOCK_OUTS_AT["open-source"], { ...first, fails, reason: "Il fait l’essentiel, et la ville voisine s’en sert." });
  await reviewer.follow("GRR");
  await reviewer.follow(gate.askWaiver);
  await reviewer.write(gate.waiverReason, "Une saisie par téléphone reste possible.");
  await reviewer.press(gate.sendWaiver);
  await guarantor.goTo("/");
  await guarantor.follow(home.waiver(NEED.title));
  await guarantor.choose(gate.decision, gate.grant);
  await guarantor.write(gate.answerReason, "Pour un an, le temps de la correction.");
  await guarantor.press(gate.answer);
  await reviewer.goTo(new URL(reviewer.page.url()).pathname);
  await reviewer.sees(procedure.waiver.granted);
  await reviewer.follow("GRR");
  const why = "L’essai avec une association l’a montré.";
  await examine(reviewer, [], { coverage: ["full", "none"], suits: false, reason: "La caution ne se paie pas en ligne.", why });
  await ruleOut(reviewer, "Aucun logiciel libre examiné ne permet de payer la caution en ligne.");
  await countersign(guarantor);
}

/** Gate 3: a candidate entered by hand, that does not give the data back. */
async function leaveProprietary({ reviewer, guarantor }: People): Promise<void> {
  const { gate } = reviewer.words;
  await reviewer.goTo(new URL(reviewer.page.url()).pathname);
  await search(reviewer, "proprietary", "réservation de salles");
  await reviewer.follow(gate.addByHand);
  await reviewer.write(gate.name, "Salles Pro");
  await reviewer.press(gate.add);
  await reviewer.follow("Salles Pro");
  const fails = { "data-export": "L’export se limite à des pages PDF." };
  await examine(reviewer, KNOCK_OUTS_AT.proprietary, {
    fails,
    coverage: ["full", "full"],
    suits: false,
    reason: "On ne pourrait pas en sortir.",
  });
  await ruleOut(reviewer, "Aucun service propriétaire examiné ne rend les données.");
  await countersign(guarantor);
}

/** Gate 4: the study says that it can be built and maintained; the countersignature takes the decision. Gives the request's address. */
async function decideToBuild({ reviewer, guarantor, requester }: People): Promise<string> {
  const { gate, procedure } = reviewer.words;
  await reviewer.goTo(new URL(reviewer.page.url()).pathname);
  await reviewer.follow(gate.study);
  await reviewer.choose(gate.studySays, gate.feasible);
  await reviewer.write(gate.studySummary, "Un module de réservation sur le portail existant, en douze semaines.");
  await reviewer.write(gate.costYears, "5");
  await reviewer.write(`${procedure.costHeadings["internal-time"]}, ${gate.once.toLowerCase()}`, "9 000");
  await reviewer.write(gate.readyOn, "2026-11-02");
  await reviewer.write(gate.maintainer(1), "développeur web");
  await reviewer.write(gate.maintainer(2), "administratrice systèmes");
  await reviewer.write(gate.studyLicence, "EUPL-1.2");
  await reviewer.write(gate.repository, "https://git.example/valmontel/salles");
  await reviewer.press(gate.saveStudy);
  await reviewer.follow(gate.retainStudy);
  await reviewer.write(gate.statement, "Le besoin est simple, et deux postes sauront le maintenir.");
  await reviewer.press(gate.conclude);
  await countersign(guarantor);
  await guarantor.sees(guarantor.words.gate.sealed);
  const path = new URL(guarantor.page.url()).pathname;
  await requester.goTo(path);
  await requester.follow(exactly(requester.words.page.readRecord));
  return path;
}
