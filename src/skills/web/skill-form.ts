import { z } from "zod";
import type { InstallationId, PersonId } from "#src/kernel/ids.ts";
import { type FormValues, field, type Parsed, parseForm } from "#src/platform/http/form.ts";
import { ABILITIES, HOLDER_MAX, HOLDERS, NOTE_MAX, type SkillFacts } from "../domain/skill.ts";

const FACTS = {
  detenteur: field.choice(HOLDERS),
  personne: field.optionalId(),
  nom: field.optionalLine(HOLDER_MAX),
  savoirs: field.choices(ABILITIES, 1),
  note: field.optionalLine(NOTE_MAX),
};
const said = z.object({ installation: field.id(), ...FACTS });
const edited = z.object(FACTS);

type Corrected = Omit<SkillFacts, "installationId">;

export function parseSkill(form: FormValues): Parsed<SkillFacts> {
  const parsed = parseForm(said, form);
  if (!parsed.ok) return parsed;
  return { ok: true, value: { ...factsOf(parsed.value), installationId: parsed.value.installation as InstallationId } };
}

export function parseCorrection(form: FormValues): Parsed<Corrected> {
  const parsed = parseForm(edited, form);
  return parsed.ok ? { ok: true, value: factsOf(parsed.value) } : parsed;
}

function factsOf({ detenteur, personne, nom, savoirs, note }: z.infer<typeof edited>): Corrected {
  return {
    holder: detenteur,
    personId: personne as PersonId | null,
    supplierId: null,
    holderName: nom ?? "",
    abilities: savoirs,
    note: note ?? "",
  };
}

/** The field beside which a refusal of a use case is shown. */
export const FIELD_OF_REFUSAL = {
  "unknown-installation": "installation",
  "unknown-person": "personne",
  "holder-name-missing": "nom",
  "no-ability": "savoirs",
  "already-said": "detenteur",
} as const;
