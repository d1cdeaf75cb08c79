import type { OpennessTexts } from "./texts.fr.ts";

export const en: OpennessTexts = {
  title: "Share of free software",
  electedTitle: "For elected officials",
  inventory: "Inventory",
  forElected: "The page for elected officials",
  headline: (free, known, date, n) =>
    n.known === 1
      ? `On ${date}, the only installation in service whose licence is known is ${n.free === 1 ? "" : "not "}free software.`
      : n.free === 0
        ? `On ${date}, none of the ${known} installations in service whose licence is known is free software.`
        : `On ${date}, ${free} of the ${known} installations in service whose licence is known ${n.free === 1 ? "is" : "are"} free software.`,
  headlineNone: (date) => `On ${date}, nothing is declared in service whose licence is known.`,
  headlineRest: (unknown, all, n) =>
    n === 1
      ? `${all} are in service in all: of one, nobody knows yet whether it is free.`
      : `${all} are in service in all: of ${unknown}, nobody knows yet whether they are free.`,
  headlineWhole: "All have a known licence.",
  emptyTitle: "Nothing to count yet",
  emptyText:
    "The share of free software will be here: by software, by department, by user, by euro spent, and over time. It is worked out from what the authority declares in service, and from what its inventory agents observe.",
  declareFirst: "Declare what is in service",
  seeInventory: "See the inventory",
  caption: (what, date) => `${what}, on ${date}`,
  free: "Free",
  notFree: "Not free",
  unknown: "Not known",
  all: "Total",
  ratio: "Share of free, of what is known",
  nothing: "Nothing to count",
  what: "What is counted",
  table: "The figures as a table",
  legend: "Key of the bars",
  share: (free, known, ratio) => `${free} out of ${known} (${ratio})`,
  shareUnknown: (unknown) => `and ${unknown} not known`,
  barLabel: (what, free, notFree, unknown) => `${what}: free ${free}, not free ${notFree}, not known ${unknown}`,
  declaredTitle: "What is in service, counted in four ways",
  declaredIntro: (date) => `What the authority declares in service, on ${date}. The share is of what is known to be free or not.`,
  measures: {
    software: "By software",
    installation: "By installation",
    user: "By user",
    cost: "By euro spent each year",
    layer: "By layer",
    department: "By department",
    "observed-software": "Observed software",
    copy: "Copies observed on workstations",
    average: "On the average workstation",
    system: "Systems of workstations",
  },
  explanations: {
    software: "A software installed twice counts once.",
    installation: "Each installation in service counts once.",
    user: "The users of each installation, added up: somebody who uses three software counts three times.",
    cost: "Each installation’s part of current contracts, excluding tax. Software without a contract is not counted as costing nothing: it is not counted.",
  },
  uncountedUsers: (n) =>
    n === 1
      ? "One installation with no known number of users is not counted."
      : `${n} installations with no known number of users are not counted.`,
  uncountedCosts: (n) =>
    n === 1 ? "One installation with no known cost is not counted." : `${n} installations with no known cost are not counted.`,
  elsewhere: (amount) => `${amount} a year goes to what is not in service (on trial, being left, retired).`,
  unattached: (amount) => `${amount} a year of current contracts is attached to no installation.`,
  withoutAmount: (n) => (n === 1 ? "One current contract has no amount." : `${n} current contracts have no amount.`),
  layerTitle: "By layer",
  layerIntro: (date) => `From what users see to what carries it, by installation, on ${date}.`,
  layers: {
    users: "Software of users",
    server: "Servers",
    network: "Network",
    security: "Security",
    infrastructure: "Infrastructure",
  },
  departmentTitle: "By department",
  departmentIntro: (date) =>
    `By installation, on ${date}. An installation that serves several departments counts once in each: these lines do not add up.`,
  noDepartment: "No department stated",
  moreDepartments: (n) => `${n} more departments are in the table.`,
  observedTitle: "What inventory agents observe",
  observedIntro: (date) => `Counted on ${date} on the machines inventoried. Libraries and parts do not count.`,
  observedNone:
    "No machine sends its inventory yet. With an inventory agent, you will see here what workstations really hold, beside what is declared.",
  observedLink: "Workstations and their agents",
  average: (ratio, counted, all) =>
    `On average, ${ratio} of the known software of a workstation is free. Mean over ${counted} workstations, of the ${all} that said what they hold.`,
  systemsNote: "Linux counts as free, Windows and macOS as not free. Of other systems, nothing is assumed.",
  systems: { linux: "Linux", windows: "Windows", macos: "macOS", other: "Other" },
  timeTitle: "Over time",
  timeIntro: "On the first day of each month. A month that was not measured is a gap, never a mean of its neighbours.",
  timeChoose: "Measure shown",
  timeLabel: (measure, first, last, from, to) => `Share of free software, ${measure}: ${first} in ${from}, ${last} on ${to}.`,
  timeNone: "Nothing has been measured over time yet. The first point will be kept within the day.",
  measured: "Measured in the month",
  reconstituted: "Worked out afterwards",
  reconstitutedNote:
    "Worked out afterwards: from the days when software came into service and was retired, with the licences and the numbers of users known today.",
  notMeasured: "Not measured",
  today: "Today",
  month: "Month",
  origin: "Origin",
  measuredOn: (date) => `Measured on ${date}`,
  systemsTimeTitle: "The systems of workstations, over time",
  systemsTimeLabel: (parts, date) => `Workstations by system on ${date}: ${parts}.`,
  systemsTimeNone: "Two measured months are needed to draw a curve. Meanwhile, here are today’s workstations.",
  machines: "Workstations",
  toCompleteTitle: "What is not known yet",
  toCompleteIntro: "Each answer makes the share surer.",
  unknownFreedom: (n) =>
    n === 1
      ? "One installation of which nobody knows whether it is free"
      : `${n} installations of which nobody knows whether they are free`,
  unknownUsers: (n) => (n === 1 ? "One installation without a number of users" : `${n} installations without a number of users`),
  unknownCosts: (n) => (n === 1 ? "One installation with no known cost" : `${n} installations with no known cost`),
  unknownDepartments: (n) => (n === 1 ? "One installation without a department" : `${n} installations without a department`),
  unattachedContracts: (amount) => `${amount} of contracts without an installation`,
  nothingUnknown: "All that is in service has a known licence, department, number of users and cost.",
  complete: "Complete",
  methodTitle: "How it is counted",
  method: [
    "Software is free when its licence is approved by the Open Source Initiative or on the French list. The catalogue says so; failing that, it is what the authority declared.",
    "In service: neither planned, nor on trial, nor being left, nor retired.",
    "Shares are of what is known to be free or not. What nobody knows is shown apart, and never counted on one side or the other.",
    "There is no single figure: ten software of three people and one of three hundred do not say the same thing.",
  ],
  fileName: "share-of-free-software",
  columns: {
    measure: "measure",
    group: "group",
    unit: "unit",
    free: "free",
    known: "known",
    all: "all",
    uncounted: "installations not counted",
    date: "date",
    origin: "origin",
  },
  units: {
    software: "software",
    installation: "installations",
    user: "users",
    cent: "euros a year, excluding tax",
    workstation: "workstations",
    copy: "copies",
  },
  origins: { declared: "declared", observed: "observed", reconstituted: "worked out afterwards" },
};
