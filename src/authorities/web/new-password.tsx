import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { TextField } from "#src/platform/ui/field.tsx";
import { authorityTexts } from "./texts.ts";

type NewPasswordProps = { readonly language: Language; readonly name?: string; readonly label: string };

/** Where a password is chosen: what `newPasswordField` reads. */
export function NewPassword({ language, name = "mot_de_passe", label }: NewPasswordProps): JSX.Element {
  const { passwordHint } = authorityTexts(language);
  return <TextField name={name} label={label} hint={passwordHint} type="password" autocomplete="new-password" required />;
}
