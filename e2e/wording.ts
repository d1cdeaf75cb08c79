import { accountTexts } from "#src/authorities/web/account/texts.ts";
import { administrationTexts } from "#src/authorities/web/administration/texts.ts";
import { setUpTexts } from "#src/authorities/web/set-up/texts.ts";
import { signInTexts } from "#src/authorities/web/sign-in/texts.ts";
import { authorityTexts } from "#src/authorities/web/texts.ts";
import { homeTexts } from "#src/home/web/texts.ts";
import { inventoryTexts } from "#src/inventory/web/texts.ts";
import type { Language } from "#src/kernel/language.ts";
import { uiTexts } from "#src/platform/ui/language.tsx";
import { formTexts } from "#src/requests/web/form-texts.ts";
import { gateTexts } from "#src/requests/web/gate-texts.ts";
import { pageTexts } from "#src/requests/web/page-texts.ts";
import { recordPageTexts } from "#src/requests/web/record-page-texts.ts";
import { requestTexts } from "#src/requests/web/texts.ts";
import { requestWords } from "#src/requests/web/words.ts";

/** The texts of the pages, from where the pages take them: a journey follows the words when they change. */
export function wordingIn(language: Language) {
  return {
    ui: uiTexts(language),
    signIn: signInTexts(language),
    setUp: setUpTexts(language),
    account: accountTexts(language),
    authority: authorityTexts(language),
    administration: administrationTexts(language),
    home: homeTexts(language),
    inventory: inventoryTexts(language),
    request: requestTexts(language),
    form: formTexts(language),
    gate: gateTexts(language),
    page: pageTexts(language),
    record: recordPageTexts(language),
    procedure: requestWords(language),
  };
}

export type Wording = ReturnType<typeof wordingIn>;

/** A pattern for a whole text, whatever the width of its spaces. */
export function exactly(text: string, after = ""): RegExp {
  const escaped = text.trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^\\s*${escaped.replace(/\s+/g, "\\s+")}${after}\\s*$`);
}

/** A pattern for a text within a longer one. */
export function saying(text: string): RegExp {
  return new RegExp(exactly(text).source.replace(/^\^\\s\*|\\s\*\$$/g, ""));
}

/** A field's label, with or without the word that says whether it is required. */
export function labelled(label: string): RegExp {
  return exactly(label, "(?:\\s+\\((?:obligatoire|facultatif|required|optional)\\))?");
}
