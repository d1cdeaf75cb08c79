import type { ElectedTexts } from "./elected-texts.fr.ts";

export const electedEn: ElectedTexts = {
  title: "Where free software stands",
  of: (authority, date) => `${authority}, on ${date}`,
  whatIsFree: "Free software may be used, studied, changed and shared by all. The authority does not depend on a single supplier for it.",
  figures: "Four figures",
  value: (free, known) => `${free} out of ${known}`,
  nothing: "Nothing to count",
  software: (ratio) => `different software in service are free, that is ${ratio}.`,
  user: (ratio) => `uses are of free software, that is ${ratio}. Somebody who uses three software counts three times.`,
  cost: (ratio) => `of known yearly spending goes to free software (support, hosting), that is ${ratio}.`,
  system: (ratio) => `observed workstations have a free system, that is ${ratio}.`,
  softwareName: "Software",
  userName: "Uses",
  costName: "Money",
  systemName: "Workstations",
  unknown: (unknown) => `Not known: ${unknown}.`,
  withoutCost: (n) => (n === 1 ? "What one installation costs is not known." : `What ${n} installations cost is not known.`),
  observedOn: (date) => `Counted on ${date}.`,
  noSoftware: "No software in service of which the licence is known.",
  noUsers: "Nobody has said yet how many people use each software.",
  noCost: "No current contract is attached to software in service.",
  noSystem: "No workstation sends its inventory yet.",
  changeTitle: "What has changed",
  change: (since, then, now) => `In ${since}, ${then}. Today, ${now}.`,
  state: (free, known, n) =>
    `${n === 0 ? "no free installation" : n === 1 ? "one free installation" : `${free} free installations`} out of ${known} of known licence`,
  more: (n) => (n === 1 ? "One more is free." : `${n} more are free.`),
  fewer: (n) => (n === 1 ? "One fewer is free." : `${n} fewer are free.`),
  same: "As many are free as then.",
  reconstituted: "The past is worked out from the days when software came into service and was retired.",
  noChange: "There is no past month to compare with yet.",
  stepsTitle: "Three next steps",
  steps: (n) => (n === 1 ? "One next step" : n === 2 ? "Two next steps" : "Three next steps"),
  noSteps: "From what is known, nothing calls for a decision within twelve months.",
  notice: (name, date, alternatives) =>
    `Decide on ${name} before ${date}, the last day to give notice of its contract. Free software that can replace it: ${alternatives}.`,
  pilot: (name, users, others) =>
    `Conclude the trial of ${name}${users === null ? "" : `, used by ${users} ${users === 1 ? "person" : "people"}`}${others === 0 ? "" : others === 1 ? ", and one other trial of free software" : `, and ${others} other trials of free software`}.`,
  replaceable: (name, users, alternatives) => `Look into replacing ${name} (${users}). Free software that can replace it: ${alternatives}.`,
  users: { one: "user", other: "users" },
  unknownStep: (n) =>
    n === 1
      ? "State the licence of one software, which cannot be counted yet."
      : `State the licence of ${n} software, which cannot be counted yet.`,
  method: (date) =>
    `Figures of ${date}. What the authority declares in service is counted, neither on trial nor being left. Free: a licence approved by the Open Source Initiative or on the French list. Shares are of what is known to be free or not; the rest is said apart. Amounts are yearly, excluding tax, and count only contracts attached to software.`,
  all: "All the figures",
  prints: "This page prints on one sheet.",
};
