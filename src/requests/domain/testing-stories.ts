import type { SoftwareRequest } from "./request.ts";
import {
  aRequest,
  CAST,
  countersigned,
  examined,
  play,
  proposed,
  type RequestFacts,
  retained,
  ruledOut,
  type Step,
  searched,
  structured,
  studied,
  waiverAnswered,
  waiverAsked,
  withdrawn,
} from "./testing.ts";

type Story = (facts?: RequestFacts) => SoftwareRequest;

const leaveGate1: readonly Step[] = [searched("in-house"), ruledOut("in-house", "Rien en service ne gère de prêts.")];
const leaveGate2: readonly Step[] = [
  structured(),
  searched("open-source", ["Koha", "PMB"]),
  proposed("open-source", "PMB", { licence: "CECILL-2.0" }),
  examined("PMB", {
    licence: "CECILL-2.0",
    coverage: { r1: "full", r2: "none", r3: "partial" },
    opinion: "rejected",
    reason: "La réservation en ligne manque.",
  }),
  ruledOut("open-source", "Aucun logiciel libre ne permet de réserver depuis le site de la ville."),
  countersigned("La recherche a été faite comme il faut."),
];
const leaveGate3: readonly Step[] = [
  searched("proprietary"),
  proposed("proprietary", "BiblioPlus"),
  examined("BiblioPlus", {
    knockOuts: {
      "personal-data": { passes: true, reason: "Contrat conforme" },
      security: { passes: true, reason: "Audit de 2025" },
      accessibility: { passes: false, reason: "Catalogue public inutilisable au clavier" },
      interoperability: { passes: true, reason: "Export MARC" },
      "data-export": { passes: false, reason: "Export réservé à l’éditeur" },
      "data-location": { passes: true, reason: "Hébergement à Lyon" },
    },
    opinion: "rejected",
    reason: "Les données ne sortent pas.",
  }),
  ruledOut("proprietary", "Aucune solution propriétaire ne laisse sortir les données."),
  countersigned(),
];

const stories = {
  submitted: (facts) => aRequest(facts),
  /** Decided at gate 1: what is in service is extended. */
  extended: (facts) =>
    play(
      aRequest({ fits: "Koha", ...facts }),
      proposed("in-house", "Koha"),
      examined("Koha"),
      retained("in-house", "Koha"),
      countersigned(),
    ),
  atGate2: (facts) => play(aRequest(facts), ...leaveGate1),
  /** Waits for the guarantor, at gate 2. */
  toCountersign: (facts) => play(aRequest(facts), ...leaveGate1, structured(), searched("open-source"), ruledOut("open-source")),
  /** Decided at gate 2, with a waiver of accessibility. */
  freeWithWaiver: (facts) =>
    play(
      aRequest(facts),
      ...leaveGate1,
      structured({ title: "Gérer les prêts et les réservations" }),
      searched("open-source", ["Koha", "PMB"]),
      proposed("open-source", "PMB", { licence: "CECILL-2.0" }),
      proposed("open-source", "Koha", { licence: "GPL-3.0-or-later" }),
      examined("PMB", {
        licence: "CECILL-2.0",
        coverage: { r1: "full", r2: "none" },
        cost: null,
        readyOn: null,
        opinion: "rejected",
        reason: "La réservation en ligne manque.",
      }),
      examined("Koha", {
        knockOuts: {
          licence: { passes: true, reason: "GPL-3.0-or-later, approuvée par l’OSI" },
          "personal-data": { passes: true, reason: "Hébergé par la ville, durées réglables" },
          security: { passes: true, reason: "Correctifs mensuels" },
          accessibility: { passes: false, reason: "Deux écrans d’administration au clavier incomplets" },
          interoperability: { passes: true, reason: "Z39.50, SIP2, export MARC" },
        },
      }),
      waiverAsked("Koha", "accessibility", "Les deux écrans ne servent qu’à la DSI."),
      waiverAnswered(true, "Accordée jusqu’à la version suivante, qui corrige."),
      retained("open-source", "Koha", "Koha couvre toutes les exigences indispensables, dans le budget."),
      countersigned("Procédure suivie."),
    ),
  proprietary: (facts) =>
    play(
      aRequest(facts),
      ...leaveGate1,
      ...leaveGate2,
      searched("proprietary"),
      proposed("proprietary", "BiblioPlus"),
      examined("BiblioPlus"),
      retained("proprietary", "BiblioPlus"),
      countersigned(),
    ),
  builtInHouse: (facts) =>
    play(aRequest(facts), ...leaveGate1, ...leaveGate2, ...leaveGate3, studied(), retained("in-house-development"), countersigned()),
  unmet: (facts) =>
    play(
      aRequest(facts),
      ...leaveGate1,
      ...leaveGate2,
      ...leaveGate3,
      studied({
        feasible: false,
        summary: "Deux postes manquent pour maintenir.",
        cost: null,
        readyOn: null,
        maintainers: [],
        licence: null,
        repository: null,
      }),
      ruledOut("in-house-development", "Le développement n’est pas possible sans deux postes."),
      countersigned(),
    ),
  /** Decided where one person alone does it all. */
  singlePerson: (facts) =>
    play(aRequest(facts), proposed("in-house", "Koha"), examined("Koha"), retained("in-house", "Koha"), countersigned(null, CAST.reviewer)),
  withdrawn: (facts) => play(aRequest(facts), withdrawn()),
} satisfies Readonly<Record<string, Story>>;

/** Requests at each stage of the procedure. */
export const STORIES: Readonly<Record<keyof typeof stories, Story>> = stories;
