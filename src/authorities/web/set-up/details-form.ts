import { z } from "zod";
import { parseSiren } from "#src/kernel/siren.ts";
import { type FormIssue, type FormValues, field, parseForm } from "#src/platform/http/form.ts";
import { departmentNames } from "../../domain/departments.ts";
import { LONGEST_NAME } from "../../domain/member.ts";
import type { OfficialAuthority } from "../../domain/official-authority.ts";
import type { AuthorityFacts } from "../../usecases/create-authority.ts";
import { LONGEST_AUTHORITY_NAME } from "../authority-name.ts";
import { newPasswordField } from "../password-field.ts";
import { OTHER_KINDS } from "./details-page.tsx";

const MOST_DEPARTMENTS = 200;
const common = {
  nom: field.line(LONGEST_AUTHORITY_NAME),
  services: field.optionalText(30_000),
  votre_nom: field.line(LONGEST_NAME),
  courriel: field.email(),
  mot_de_passe: newPasswordField(),
};
const listed = z.object(common);
const unlisted = z.object({ ...common, nature: field.choice(OTHER_KINDS), siren: field.optionalLine(40) });

export type Details = {
  readonly authority: AuthorityFacts;
  readonly administrator: { readonly name: string; readonly email: string; readonly password: string };
};

/** Reads the form of the second step, for an official authority or one that is not listed. */
export function readDetails(
  form: FormValues,
  official: OfficialAuthority | undefined,
): { readonly ok: true; readonly value: Details } | { readonly ok: false; readonly error: readonly FormIssue[] } {
  const parsed = official === undefined ? parseForm(unlisted, form) : parseForm(listed, form);
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  const departments = departmentNames(value.services ?? "");
  const typedSiren = "siren" in value && typeof value.siren === "string" ? value.siren : null;
  const siren = typedSiren === null ? null : parseSiren(typedSiren);
  const issues: FormIssue[] = [];
  if (siren === undefined) issues.push({ field: "siren", code: "siren-wrong" });
  if (departments.length > MOST_DEPARTMENTS) issues.push({ field: "services", code: "departments-too-many" });
  if (departments.some((name) => name.length > LONGEST_NAME)) issues.push({ field: "services", code: "department-too-long" });
  if (issues.length > 0) return { ok: false, error: issues };
  const identity =
    official === undefined
      ? { kind: "nature" in value ? (value.nature as (typeof OTHER_KINDS)[number]) : ("other" as const), siren: siren ?? null }
      : { kind: official.kind, siren: official.siren, inseeCode: official.code, population: official.population };
  return {
    ok: true,
    value: {
      authority: { ...identity, name: value.nom, departments },
      administrator: { name: value.votre_nom, email: value.courriel, password: value.mot_de_passe },
    },
  };
}
