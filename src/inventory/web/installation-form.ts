import { z } from "zod";
import type { LocalDate } from "#src/kernel/dates.ts";
import type { DepartmentId } from "#src/kernel/ids.ts";
import { type FormValues, field, type Parsed, parseForm } from "#src/platform/http/form.ts";
import { type Facts, NAME_MAX, PURPOSE_MAX, USERS_MAX } from "../domain/installation.ts";
import { DECLARABLE_STATES, type DeclarableState } from "../domain/state.ts";

export const FREEDOMS = ["free", "not-free", "unknown"] as const;
export type FormFreedom = (typeof FREEDOMS)[number];

const FACTS = {
  nom: field.line(NAME_MAX),
  objet: field.optionalText(PURPOSE_MAX),
  licence: field.optionalChoice(FREEDOMS),
  services: field.ids(),
  utilisateurs: field.optionalWholeNumber(0, USERS_MAX),
  depuis: field.optionalDay(),
};
const edited = z.object(FACTS);
const declared = z.object({ ...FACTS, etat: field.choice(DECLARABLE_STATES), autre: field.flag() });

export type Typed = { readonly facts: Facts; readonly inServiceOn: LocalDate | null };
export type TypedDeclaration = Typed & { readonly state: DeclarableState; readonly another: boolean };

export function parseEdit(form: FormValues): Parsed<Typed> {
  const parsed = parseForm(edited, form);
  return parsed.ok ? { ok: true, value: typedOf(parsed.value) } : parsed;
}

export function parseDeclaration(form: FormValues): Parsed<TypedDeclaration> {
  const parsed = parseForm(declared, form);
  if (!parsed.ok) return parsed;
  return { ok: true, value: { ...typedOf(parsed.value), state: parsed.value.etat, another: parsed.value.autre } };
}

function typedOf({ nom, objet, licence, services, utilisateurs, depuis }: z.infer<typeof edited>): Typed {
  const facts = {
    name: nom,
    declaredFree: licence === null || licence === "unknown" ? null : licence === "free",
    purpose: objet ?? "",
    users: utilisateurs,
    departmentIds: services as readonly DepartmentId[],
  };
  return { facts, inServiceOn: depuis as LocalDate | null };
}

export function freedomOf(declaredFree: boolean | null): FormFreedom {
  return declaredFree === null ? "unknown" : declaredFree ? "free" : "not-free";
}

/** The field beside which a refusal of a use case is shown. */
export const FIELD_OF_REFUSAL = {
  "unknown-department": "services",
  "day-in-future": "depuis",
  "not-in-service-yet": "depuis",
  "already-declared": "nom",
} as const;
