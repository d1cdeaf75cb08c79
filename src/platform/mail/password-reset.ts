import { isLanguage, type Language } from "#src/kernel/language.ts";
import type { Mail } from "./mailer.ts";

const TEXTS: Readonly<Record<Language, { subject: string; text: (name: string, link: string) => string }>> = {
  fr: {
    subject: "Votre nouveau mot de passe Beffroi",
    text: (name, link) =>
      `Bonjour ${name},\n\nQuelqu’un, sans doute vous, a demandé à changer votre mot de passe Beffroi. Ouvrez cette adresse dans l’heure :\n\n${link}\n\nSi ce n’était pas vous, ne faites rien\u00a0: votre mot de passe reste le même.\n`,
  },
  en: {
    subject: "Your new Beffroi password",
    text: (name, link) =>
      `Hello ${name},\n\nSomebody, probably you, asked to change your Beffroi password. Open this address within the hour:\n\n${link}\n\nIf it was not you, do nothing: your password stays the same.\n`,
  },
};

export function passwordResetMail(to: { readonly email: string; readonly name: string; readonly language: string }, link: string): Mail {
  const { subject, text } = TEXTS[isLanguage(to.language) ? to.language : "fr"];
  return { to: to.email, subject, text: text(to.name, link) };
}
