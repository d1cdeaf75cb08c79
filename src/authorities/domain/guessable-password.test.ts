import { describe, expect, it } from "vitest";
import { isGuessable } from "./guessable-password.ts";

describe("a password that anybody would try first", () => {
  it("is one piece repeated, a sequence, or well-known words with little beside", () => {
    for (const password of [
      "aaaaaaaaaaaa",
      "abcabcabcabca",
      "azertyazerty",
      "123456789012",
      "zyxwvutsrqpo",
      "azertyuiop12",
      "motdepasse123",
      "Mot de passe !",
      "P@ssw0rd1234",
      "Mairie2026!!",
      "Beffroi-2026",
      "administrateur",
      "Été2026été2026",
      "MairieVille59",
    ])
      expect([password, isGuessable(password)]).toEqual([password, true]);
  });

  it("is not one of a few words of one's own, whatever it is made of", () => {
    for (const password of [
      "une phrase assez longue",
      "correct cheval pile agrafe",
      "la nouvelle phrase",
      "un mot de passe intrus",
      "beffroi sur la grande place",
      "849203716455",
      "xK9#vQ2!mZ7p",
      "kjqzvwpxmrtb",
      "ÉLÉPHANTBLEU",
      "😀🐘🌻🚲📎🎻🧭🪁🦔🍐🧵🪴",
    ])
      expect([password, isGuessable(password)]).toEqual([password, false]);
  });
});
