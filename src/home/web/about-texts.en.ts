import type { AboutTexts } from "./about-texts.fr.ts";

export const en: AboutTexts = {
  accessibility: {
    title: "Accessibility",
    lead: "This statement applies to Beffroi, as your authority or its operator installed it.",
    stateTitle: "Conformance status",
    state:
      "Beffroi is not conformant with the French accessibility reference (RGAA 4.1, that is WCAG 2.1 level AA): no valid audit measures its criteria yet, and this is how the rule asks us to put it.",
    stateLimit:
      "It is designed to be usable by everybody nonetheless, and checked as said below. These checks are no audit: we therefore give no rate.",
    testedTitle: "What was checked",
    tested: ["Every page, with the tool axe, on the rules of WCAG 2.1 levels A and AA.", "The main journeys, with the keyboard alone."],
    notTestedTitle: "What was not",
    notTested: [
      "Use by disabled people, with their screen readers (NVDA, JAWS, VoiceOver, Orca), magnifiers or voice control.",
      "The 106 criteria of the RGAA, by a third party: an automatic tool sees only some of them.",
      "The files that people attach to requests.",
      "Pages as an authority may have changed them.",
    ],
    technologyTitle: "Technologies",
    technology:
      "HTML, CSS and SVG. JavaScript improves some forms and lists, but nothing essential depends on it. The documents produced are pages, tagged PDF and OpenDocument files.",
    contactTitle: "Tell us about an obstacle",
    contactAgent: (authority) =>
      `If you cannot read a page or carry out an action, tell the administrator of Beffroi for ${authority}: they will give you the information in another way, and pass the obstacle on to those who can remove it.`,
    contact:
      "If you cannot read a page or carry out an action, tell the administrator of Beffroi in your authority, or the authority whose decisions you read: it will give you the information in another way, and pass the obstacle on to those who can remove it.",
    appealTitle: "If no answer comes",
    appeal:
      "You may turn to the French Defender of Rights (Défenseur des droits): by the form on its site, through one of its delegates, or by post, free of charge and without a stamp, to Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.",
    appealLink: "Write to the Defender of Rights",
    established: (day, version) => `Statement made on ${day} for version ${version}, by the team that develops Beffroi.`,
  },
  source: {
    title: "Source code",
    lead: "Beffroi is free software. You may use it, study it, change it and share it.",
    licenceTitle: "Its licence",
    licence:
      "GNU Affero General Public License, version 3 or later (AGPL-3.0-or-later). It asks one thing of those who offer Beffroi over a network: to give their users the source code of the version they use, changes included.",
    licenceLink: "Read the licence",
    getTitle: "Get the code of this version",
    get: "The operator of this service gives it to you free of charge, on request, in a form that lets you read, change and install it. Ask the administrator of Beffroi in your authority, who passes it on to the operator.",
    say: "Give the version below. If the operator changed Beffroi, it is the changed code that they owe you.",
    versionTitle: "Version",
    version: (version) => `Beffroi ${version}`,
    dataTitle: "What about your data?",
    data: "They belong to your authority. Lists are exported as CSV and OpenDocument.",
  },
};
