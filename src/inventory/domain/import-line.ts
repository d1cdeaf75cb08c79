import type { LocalDate } from "#src/kernel/dates.ts";
import type { Criticality, DataKind, Details, Hosting, Layer, PersonalData } from "./details.ts";
import type { DeclarableState, InstallationState } from "./state.ts";

export const COLUMNS = [
  "name",
  "departments",
  "users",
  "state",
  "free",
  "purpose",
  "in-service-on",
  "version",
  "layer",
  "criticality",
  "answerable-department",
  "answerable-role",
  "hosting",
  "host",
  "country",
  "law",
  "personal-data",
  "data-kinds",
  "register",
] as const;
export type ImportColumn = (typeof COLUMNS)[number];

/** Ways to say each of several things. */
type Sayings<K extends string> = Readonly<Record<K, readonly string[]>>;

/** The words by which files say things, folded (`foldedName`): they belong to the languages of the interface. */
export type ImportWords = {
  readonly columns: Sayings<ImportColumn>;
  readonly states: Sayings<InstallationState>;
  readonly layers: Sayings<Layer>;
  readonly criticalities: Sayings<Criticality>;
  readonly hostings: Sayings<Hosting>;
  readonly personalData: Sayings<PersonalData>;
  readonly dataKinds: Sayings<DataKind>;
  /** By ISO 3166-1 alpha-2. */
  readonly countries: Readonly<Record<string, readonly string[]>>;
  readonly yes: readonly string[];
  readonly no: readonly string[];
};

/** What a line says, before its departments are looked for. */
export type Draft = Omit<Details, "answerableDepartmentId"> & {
  readonly name: string;
  /** As written: one department, or several. */
  readonly departments: string;
  /** As written: one department. */
  readonly answerableDepartment: string;
  readonly users: number | null;
  readonly state: DeclarableState;
  readonly free: boolean | null;
  readonly purpose: string;
  readonly inServiceOn: LocalDate | null;
};

/** Why a line is refused: what it says that cannot be taken. */
export type LineRefusal =
  | { readonly kind: "no-name" }
  | { readonly kind: "too-long"; readonly column: ImportColumn; readonly max: number }
  | { readonly kind: "several-lines"; readonly column: ImportColumn }
  | { readonly kind: "control-characters" }
  | { readonly kind: "unclosed-quote" }
  | { readonly kind: "too-many-cells" }
  | { readonly kind: "unreadable"; readonly column: ImportColumn; readonly value: string }
  | { readonly kind: "retired" }
  | { readonly kind: "day-in-future" }
  | { readonly kind: "not-in-service-yet" }
  | { readonly kind: "host-needed" | "hosting-needed" | "host-is-ours" | "kinds-without-data" | "kinds-are-sensitive" }
  | { readonly kind: "unknown-department"; readonly name: string; readonly nearest: string | null }
  | { readonly kind: "ambiguous-department"; readonly name: string; readonly paths: readonly string[] }
  | { readonly kind: "several-answerable" }
  | { readonly kind: "already-declared" }
  | { readonly kind: "twice-in-file"; readonly line: number };

type Place = { readonly line: number; readonly text: string };
export type RefusedLine = Place & { readonly refusals: readonly LineRefusal[] };
export type DraftLine = Place & { readonly draft: Draft };
export type ReadLine = RefusedLine | DraftLine;

export function isRefused(line: ReadLine): line is RefusedLine {
  return "refusals" in line;
}
