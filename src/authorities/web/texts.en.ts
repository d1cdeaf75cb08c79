import type { AuthorityTexts } from "./texts.fr.ts";

export const en: AuthorityTexts = {
  roles: {
    requester: "Requester",
    reviewer: "Reviewer",
    guarantor: "Procedure guarantor",
    administrator: "Administrator",
    "elected-official": "Elected official",
    "data-protection-officer": "Data-protection officer",
  },
  roleHints: {
    requester: "States the needs of their department and follows their requests.",
    reviewer: "Examines solutions at each gate and writes the findings.",
    guarantor: "Countersigns: the procedure was followed.",
    administrator: "Manages people, departments and settings.",
    "elected-official": "Reads decisions and figures.",
    "data-protection-officer": "Reads where personal data lie, and the journal.",
  },
  kinds: {
    commune: "Commune",
    epci: "Intermunicipal body",
    departement: "Département",
    region: "Region",
    syndicat: "Joint authority",
    ccas: "Social action centre",
    other: "Other public body",
  },
  name: "First and last name",
  email: "E-mail address",
  password: "Password",
  newPassword: "New password",
  passwordHint: "At least 12 characters. A short sentence does very well.",
  passwordGuessable: "This password is among those that are tried first. Take a few unrelated words instead.",
  passwordTooShort: "This password is too short: it needs at least 12 characters.",
  tooManyTitle: "Too many attempts",
  tooMany: (seconds: number) =>
    seconds > 90
      ? `For safety, wait ${Math.ceil(seconds / 60)} minutes before you try again.`
      : `For safety, wait ${seconds} seconds before you try again.`,
};
