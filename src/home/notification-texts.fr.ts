import type { EntryKind } from "#src/requests/public.ts";

/** Une phrase par sorte d’écrit, telle que la lit la personne prévenue. Sans point final. */
const kinds = {
  "need-submitted": "Une nouvelle demande est à examiner",
  "need-structured": "Un besoin a été structuré",
  "search-recorded": "Une recherche a été faite",
  "candidate-added": "Un candidat a été ajouté",
  "candidate-examined": "Un candidat a été examiné",
  "study-recorded": "Une étude de faisabilité a été faite",
  "waiver-requested": "Une dérogation vous est demandée",
  "waiver-answered": "Votre demande de dérogation a sa réponse",
  "gate-concluded": "Une porte vient d’être conclue",
  countersigned: "Une conclusion a été contresignée",
  returned: "Le garant vous renvoie une conclusion",
  "question-asked": "Une question est posée",
  "answer-given": "Une réponse est arrivée",
  withdrawn: "Une demande a été retirée",
  "decision-sealed": "Une décision est prise et scellée",
  "use-started": "La solution retenue est en service",
  "use-confirmed": "Un bilan à l’usage a été donné",
} satisfies Record<EntryKind, string>;

/** Ce que dit la veille. */
const watchKinds = {
  "watch-new-cycle": "Une nouvelle version d’un logiciel que vous suivez",
  "watch-end-near": "Une fin de vie approche",
  "watch-licence-changed": "Un logiciel que vous suivez change de licence",
  "watch-archived": "Un logiciel que vous suivez n’est plus maintenu",
  "suggestion-made": "Un logiciel est proposé à votre service",
  "suggestion-taken-up": "Votre proposition est reprise dans une demande",
  "suggestion-declined": "Votre proposition est déclinée",
};
export type WatchKind = keyof typeof watchKinds;

/** Ce qui touche au compte de la personne ; suivi du nom de qui l’a fait. */
const accountKinds = { "reset-link-made": "Un lien pour changer votre mot de passe a été fait par un administrateur" };
export type AccountKind = keyof typeof accountKinds;

export type MailFacts = {
  readonly name: string;
  readonly authority: string;
  /** Absents d’une notification d’une sorte que cette version ne connaît pas encore. */
  readonly reference: string;
  readonly title: string;
  readonly url: string;
};

export const fr = {
  kinds: { ...kinds, ...watchKinds, ...accountKinds } as Readonly<Record<string, string>>,
  other: "Il y a du nouveau",
  mailSubject: (sentence: string, reference: string, title: string) =>
    reference !== "" ? `${sentence}\u00a0: demande ${reference}` : title === "" ? sentence : `${sentence}\u00a0: ${title}`,
  mail: (sentence: string, { name, authority, reference, title, url }: MailFacts) => `Bonjour ${name},

${[sentence, [reference === "" ? "" : `demande ${reference}`, title].filter((part) => part !== "").join(", ")].filter((part) => part !== "").join("\u00a0: ")}.

Pour l’ouvrir\u00a0:
${url}

${authority}
Beffroi vous écrit parce que ${reference === "" ? "cela" : "cette demande"} vous concerne. Ne répondez pas à ce message\u00a0: personne ne le lirait.
`,
};
export type NotificationTexts = typeof fr;
