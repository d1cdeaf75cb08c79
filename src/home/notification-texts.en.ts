import type { EntryKind } from "#src/requests/public.ts";
import type { AccountKind, NotificationTexts, WatchKind } from "./notification-texts.fr.ts";

const kinds = {
  "need-submitted": "A new request is to be reviewed",
  "need-structured": "A need has been structured",
  "search-recorded": "A search has been made",
  "candidate-added": "A candidate has been added",
  "candidate-examined": "A candidate has been examined",
  "study-recorded": "A feasibility study has been made",
  "waiver-requested": "You are asked for a waiver",
  "waiver-answered": "Your request for a waiver has its answer",
  "gate-concluded": "A gate has just been concluded",
  countersigned: "A conclusion has been countersigned",
  returned: "The guarantor sends a conclusion back to you",
  "question-asked": "A question is asked",
  "answer-given": "An answer has come",
  withdrawn: "A request has been withdrawn",
  "decision-sealed": "A decision is taken and sealed",
  "use-started": "The solution retained is in use",
  "use-confirmed": "A review in use has been given",
} satisfies Record<EntryKind, string>;

const watchKinds = {
  "watch-new-cycle": "A new version of a software that you follow",
  "watch-end-near": "An end of life is near",
  "watch-licence-changed": "A software that you follow changes its licence",
  "watch-archived": "A software that you follow is no longer maintained",
  "suggestion-made": "A software is proposed to your department",
  "suggestion-taken-up": "Your suggestion is taken up as a request",
  "suggestion-declined": "Your suggestion is declined",
} satisfies Record<WatchKind, string>;

const accountKinds = { "reset-link-made": "An administrator has made a link to change your password" } satisfies Record<
  AccountKind,
  string
>;

export const en: NotificationTexts = {
  kinds: { ...kinds, ...watchKinds, ...accountKinds },
  other: "There is something new",
  mailSubject: (sentence, reference, title) =>
    reference !== "" ? `${sentence}: request ${reference}` : title === "" ? sentence : `${sentence}: ${title}`,
  mail: (sentence, { name, authority, reference, title, url }) => `Hello ${name},

${[sentence, [reference === "" ? "" : `request ${reference}`, title].filter((part) => part !== "").join(", ")].filter((part) => part !== "").join(": ")}.

To open it:
${url}

${authority}
Beffroi writes to you because this ${reference === "" ? "" : "request "}concerns you. Do not answer this message: nobody would read it.
`,
};
