import { isUuid, newId } from "#src/kernel/ids.ts";

import { KEY_FIELD, VERSION_FIELD } from "#src/platform/ui/form.tsx";
import { type FormValues, typed } from "./form.ts";

/** The identifier of what a form creates: another one where the form carries none. */
export function keyOf<Id extends string>(form: FormValues): Id {
  const key = typed(form, KEY_FIELD);
  return isUuid(key) ? (key as string as Id) : newId<Id>();
}

/** A version that is no number is a version nobody was at. */
export function versionOf(form: FormValues): number {
  const version = typed(form, VERSION_FIELD);
  return /^\d{1,9}$/.test(version) ? Number(version) : 0;
}
