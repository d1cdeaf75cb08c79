import type { Json } from "#src/kernel/canonical-json.ts";
import { ROLES } from "#src/kernel/rights.ts";
import { COST_HEADINGS, COVERAGES } from "../domain/examination.ts";
import { GATES, KNOCK_OUTS, WAIVER_OBJECTS } from "../domain/gates.ts";
import { IMPORTANCES, PERSONAL_DATA } from "../domain/need.ts";
import { RECORD_FORMAT } from "../domain/record.ts";

/** Where every instance publishes the schema of its decision records. */
export const SCHEMA_PATH = "/schemas/decision-record-1.json";

type Schema = { readonly [key: string]: Json };

const text: Schema = { type: "string" };
const flag: Schema = { type: "boolean" };
const count: Schema = { type: "integer", minimum: 0 };
const cents: Schema = { type: "integer", description: "Cents of euro, excluding tax" };
const years: Schema = { type: "integer", minimum: 1 };
const day: Schema = { type: "string", format: "date" };
const instant: Schema = { type: "string", format: "date-time", description: "UTC" };

const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: "null" }] });
const oneOf = (values: readonly string[]): Schema => ({ enum: values });
const list = (items: Schema): Schema => ({ type: "array", items });
const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });

/** Every key is there, and no other; those of `optional` may be missing. */
function object(properties: Schema, optional: Schema = {}): Schema {
  return { type: "object", properties: { ...properties, ...optional }, required: Object.keys(properties), additionalProperties: false };
}

const signed = { at: instant, by: ref("signatory") };

const SIGNATORY = object({ role: oneOf(ROLES) }, { name: { type: "string", description: "In internal records alone" } });

const NEED = object({
  title: text,
  words: text,
  users: orNull(count),
  neededBy: orNull(day),
  usedToday: orNull(text),
  budget: orNull(object({ cents, years })),
  personalData: list(oneOf(PERSONAL_DATA)),
  openToPublic: flag,
  mustRunWith: orNull(text),
  requirements: list(object({ id: text, text, importance: oneOf(IMPORTANCES) })),
});

const SEARCH = object({ ...signed, source: oneOf(["inventory", "catalogue", "elsewhere"]), query: text, count, found: list(text) });

const GATE = object({
  gate: oneOf(GATES),
  outcome: oneOf(["retained", "ruled-out", "not-reached"]),
  statement: orNull(text),
  concluded: orNull(object(signed)),
  countersigned: orNull(object({ ...signed, statement: orNull(text), singlePerson: flag })),
  searches: list(SEARCH),
  candidates: list(ref("candidate")),
  study: orNull(ref("study")),
});

const COVERAGE = object({
  percent: orNull({ type: "integer", minimum: 0, maximum: 100 }),
  judged: count,
  total: count,
  essentialFull: count,
  essential: count,
});

const WAIVER = object({
  ...signed,
  object: oneOf(WAIVER_OBJECTS),
  reason: text,
  answer: orNull(object({ ...signed, granted: flag, reason: text, singlePerson: flag })),
});

const CANDIDATE = object({
  name: text,
  origin: oneOf(["installation", "catalogue", "entered"]),
  licence: orNull(text),
  examination: orNull(ref("examination")),
  coverage: COVERAGE,
  totalCost: orNull(object({ cents, years })),
  examined: orNull(object(signed)),
  waivers: list(WAIVER),
  retained: flag,
});

const EXAMINATION = object({
  licence: orNull({ type: "string", description: "SPDX expression, as read" }),
  knockOuts: object({}, Object.fromEntries(KNOCK_OUTS.map((knockOut) => [knockOut, object({ passes: flag, reason: text })]))),
  coverage: { type: "object", description: "By identifier of requirement", additionalProperties: oneOf(COVERAGES) },
  cost: orNull(ref("cost")),
  readyOn: orNull(day),
  opinion: oneOf(["suitable", "rejected"]),
  reason: text,
});

const COST = object({ years, lines: list(object({ heading: oneOf(COST_HEADINGS), once: cents, yearly: cents })) });

const STUDY = object({
  feasible: flag,
  summary: text,
  cost: orNull(ref("cost")),
  readyOn: orNull(day),
  maintainers: list({ type: "string", description: "A post, not a person" }),
  licence: orNull(text),
  repository: orNull(text),
});

const RECORD = object({
  format: { const: RECORD_FORMAT },
  visibility: { enum: ["internal", "public"], description: "A public record names roles, never people" },
  authority: object({ name: text, siren: orNull({ type: "string", pattern: "^\\d{9}$" }), demonstration: flag }),
  reference: { type: "string", pattern: "^\\d{4}-\\d{3,}$" },
  round: { type: "integer", minimum: 1 },
  submittedAt: instant,
  department: text,
  outcome: oneOf(["retained", "unmet"]),
  solution: orNull(text),
  decidedAt: instant,
  submitted: object({
    need: ref("need"),
    fits: orNull({ type: "string", description: "What was in service already and fitted, said the requester" }),
  }),
  need: ref("need"),
  gates: { type: "array", items: ref("gate"), minItems: GATES.length, maxItems: GATES.length },
  corrections: list(object({ ...signed, what: text, why: text })),
  countersignature: oneOf(["required", "single-person"]),
});

/** The JSON Schema (2020-12) of a decision record, internal or public. */
export function decisionRecordSchema(publicUrl: string): Json {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `${publicUrl.replace(/\/$/, "")}${SCHEMA_PATH}`,
    title: "Decision record",
    description:
      "Everything that a decision on a software need rests on. The file is canonical JSON: its SHA-256 is the hash under which it was sealed.",
    ...RECORD,
    $defs: {
      signatory: SIGNATORY,
      need: NEED,
      gate: GATE,
      candidate: CANDIDATE,
      examination: EXAMINATION,
      cost: COST,
      study: STUDY,
    },
  };
}
