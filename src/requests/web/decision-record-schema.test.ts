import { Ajv2020 } from "ajv/dist/2020.js";
import * as formats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "#src/kernel/canonical-json.ts";
import { type DecisionRecord, type RecordContext, recordJson, recordOf } from "../domain/record.ts";
import type { SoftwareRequest } from "../domain/request.ts";
import { CAST } from "../domain/testing.ts";
import { STORIES } from "../domain/testing-stories.ts";
import { decisionRecordSchema } from "./decision-record-schema.ts";

const ajv = new Ajv2020({ strict: true, allErrors: true });
formats.default.default(ajv);
const validate = ajv.compile(decisionRecordSchema("https://beffroi.example/") as object);

const context: RecordContext = {
  authority: { name: "Ville de Test", siren: "213800196", demonstration: false, countersignature: "required" },
  department: "Culture",
  names: new Map([[CAST.reviewer, "Ivan"]]),
  solution: "Koha",
};
const DECIDED = [STORIES.extended, STORIES.freeWithWaiver, STORIES.proprietary, STORIES.builtInHouse, STORIES.unmet, STORIES.singlePerson];

/** As it is stored, and as anybody reads it back. */
const stored = (
  request: SoftwareRequest,
  visibility: DecisionRecord["visibility"],
  solution: string | null = "Koha",
): Record<string, unknown> =>
  JSON.parse(canonicalJson(recordJson(recordOf(request, { ...context, solution }, visibility)))) as Record<string, unknown>;

const errorsOf = (record: unknown): unknown => (validate(record) ? [] : validate.errors);

describe("the published schema of decision records", () => {
  it("describes every record, internal and public, at each gate", () => {
    for (const story of DECIDED)
      for (const visibility of ["internal", "public"] as const) expect(errorsOf(stored(story(), visibility))).toEqual([]);
    expect(errorsOf(stored(STORIES.unmet(), "public", null))).toEqual([]);
  });

  it("allows no key that it does not describe, and misses those it does", () => {
    const record = stored(STORIES.freeWithWaiver(), "public");
    expect(errorsOf({ ...record, hash: "0" })).toMatchObject([{ keyword: "additionalProperties" }]);
    const { solution: _, ...without } = record;
    expect(errorsOf(without)).toMatchObject([{ keyword: "required", params: { missingProperty: "solution" } }]);
    const text = canonicalJson(recordJson(recordOf(STORIES.freeWithWaiver(), context, "public")));
    expect(errorsOf(JSON.parse(text.replaceAll('"role":', '"personId":"x","role":')))).not.toEqual([]);
  });

  it("is published under the address of the instance", () => {
    expect(decisionRecordSchema("https://beffroi.example/")).toMatchObject({
      $id: "https://beffroi.example/schemas/decision-record-1.json",
    });
  });
});
