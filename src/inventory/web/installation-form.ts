import { z } from "zod";
import type { LocalDate } from "#src/kernel/dates.ts";
import type { DepartmentId } from "#src/kernel/ids.ts";
import { type FormIssue, type FormValues, field, type Parsed, parseForm } from "#src/platform/http/form.ts";
import { COUNTRIES } from "../domain/countries.ts";
import {
  CRITICALITIES,
  DATA_KINDS,
  type DetailsRefusal,
  HOST_MAX,
  HOSTINGS,
  LAYERS,
  PERSONAL_DATA,
  REGISTER_MAX,
  ROLE_MAX,
  VERSION_MAX,
} from "../domain/details.ts";
import { type Facts, NAME_MAX, PURPOSE_MAX, USERS_MAX } from "../domain/installation.ts";
import type { Fact } from "../domain/missing-facts.ts";
import { type DayRefusal, DECLARABLE_STATES, type DeclarableState } from "../domain/state.ts";

export const FREEDOMS = ["free", "not-free", "unknown"] as const;
export type FormFreedom = (typeof FREEDOMS)[number];

const FACTS = {
  nom: field.line(NAME_MAX),
  objet: field.optionalText(PURPOSE_MAX),
  licence: field.optionalChoice(FREEDOMS),
  services: field.ids(),
  utilisateurs: field.optionalWholeNumber(0, USERS_MAX),
  depuis: field.optionalDay(),
  version: field.optionalLine(VERSION_MAX),
  couche: field.optionalChoice(LAYERS),
  criticite: field.optionalChoice(CRITICALITIES),
  hebergement: field.optionalChoice(HOSTINGS),
  hebergeur: field.optionalLine(HOST_MAX),
  pays: field.optionalChoice(COUNTRIES),
  droits: field.choices(COUNTRIES),
  donnees: field.optionalChoice(PERSONAL_DATA),
  categories: field.choices(DATA_KINDS),
  registre: field.optionalLine(REGISTER_MAX),
  responsable: field.optionalId(),
  fonction: field.optionalLine(ROLE_MAX),
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

function typedOf(form: z.infer<typeof edited>): Typed {
  const { licence } = form;
  const facts: Facts = {
    name: form.nom,
    declaredFree: licence === null || licence === "unknown" ? null : licence === "free",
    purpose: form.objet ?? "",
    users: form.utilisateurs,
    departmentIds: form.services as readonly DepartmentId[],
    softwareVersion: form.version ?? "",
    layer: form.couche ?? "users",
    criticality: form.criticite,
    hosting: form.hebergement,
    hostName: form.hebergeur ?? "",
    dataCountry: form.pays,
    governingLaw: form.droits,
    personalData: form.donnees,
    personalDataKinds: form.categories,
    registerReference: form.registre ?? "",
    answerableDepartmentId: form.responsable as DepartmentId | null,
    answerableRole: form.fonction ?? "",
  };
  return { facts, inServiceOn: form.depuis as LocalDate | null };
}

export function freedomOf(declaredFree: boolean | null): FormFreedom {
  return declaredFree === null ? "unknown" : declaredFree ? "free" : "not-free";
}

/** The fields beside which a refusal of a use case is shown, each with what is wrong there. */
export function issuesOf(refusal: FactsRefusal): readonly FormIssue[] {
  if (refusal.kind === "contradictory") return refusal.contradictions.map(({ kind }) => ({ field: FIELD_OF_REFUSAL[kind], code: kind }));
  return [{ field: FIELD_OF_REFUSAL[refusal.kind], code: refusal.kind }];
}

type FactsRefusal =
  | { readonly kind: "unknown-department" | "unknown-answerable" | "already-declared" }
  | DayRefusal
  | { readonly kind: "contradictory"; readonly contradictions: readonly DetailsRefusal[] };

const FIELD_OF_REFUSAL = {
  "unknown-department": "services",
  "unknown-answerable": "responsable",
  "day-in-future": "depuis",
  "not-in-service-yet": "depuis",
  "already-declared": "nom",
  "host-needed": "hebergeur",
  "host-is-ours": "hebergeur",
  "hosting-needed": "hebergement",
  "kinds-without-data": "donnees",
  "kinds-are-sensitive": "donnees",
} as const satisfies Record<Exclude<FactsRefusal["kind"], "contradictory"> | DetailsRefusal["kind"], string>;

/** The field of the form that states each fact: where a page leads who wants to complete it. */
export const FIELD_OF_FACT: Readonly<Record<Fact, string>> = {
  purpose: "objet",
  "in-service-on": "depuis",
  licence: "licence",
  departments: "services",
  users: "utilisateurs",
  version: "version",
  criticality: "criticite",
  hosting: "hebergement",
  country: "pays",
  law: "droits",
  "personal-data": "donnees",
  answerable: "responsable",
};
