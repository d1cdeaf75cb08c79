import { Ajv2020 } from "ajv/dist/2020.js";
import * as formats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { openApiDocument } from "./openapi.ts";
import { OPERATIONS, operationAt } from "./operations.ts";
import { apiTexts } from "./texts.ts";

const document = openApiDocument("en", "https://beffroi.example");

/** What OpenAPI 3.1.1 says of the objects that we write, strictly: an object with a field of another name is none. */
const reference = z.strictObject({ $ref: z.string().regex(/^#\/components\/(schemas|responses|headers)\/[\w.-]+$/) });
const schema = z.record(z.string(), z.unknown());
const header = z.strictObject({ description: z.string(), schema });
const response = z.strictObject({
  description: z.string(),
  headers: z.record(z.string(), z.union([reference, header])).optional(),
  content: z.record(z.string().regex(/^[a-z]+\/[a-z+.-]+$/), z.strictObject({ schema })).optional(),
});
const parameter = z
  .strictObject({
    name: z.string(),
    in: z.enum(["query", "path", "header", "cookie"]),
    required: z.boolean(),
    description: z.string(),
    schema,
  })
  .refine(({ in: place, required }) => place !== "path" || required);
const operation = z.strictObject({
  operationId: z.string(),
  summary: z.string(),
  description: z.string(),
  externalDocs: z.strictObject({ url: z.url() }).optional(),
  parameters: z.array(parameter),
  responses: z.record(z.string().regex(/^[1-5]\d\d$/), z.union([reference, response])),
});
const openApi = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.strictObject({
    title: z.string(),
    version: z.string(),
    description: z.string(),
    license: z.strictObject({ name: z.string(), identifier: z.string() }),
  }),
  servers: z.array(z.strictObject({ url: z.url() })),
  paths: z.record(z.string().startsWith("/"), z.strictObject({ get: operation })),
  components: z.strictObject({
    schemas: z.record(z.string().regex(/^[\w.-]+$/), schema),
    responses: z.record(z.string().regex(/^[\w.-]+$/), response),
    headers: z.record(z.string().regex(/^[\w.-]+$/), header),
  }),
});

function within(value: unknown): readonly unknown[] {
  return typeof value === "object" && value !== null ? [value, ...Object.values(value).flatMap(within)] : [];
}

describe("the OpenAPI document", () => {
  it("has the shape that OpenAPI 3.1 asks, in both languages", () => {
    for (const language of ["fr", "en"] as const)
      expect(openApi.safeParse(JSON.parse(JSON.stringify(openApiDocument(language, "https://beffroi.example")))).error).toBeUndefined();
    expect(openApi.safeParse({ ...document, openapi: "3.0.0" }).success).toBe(false);
    expect(openApi.safeParse({ ...document, more: 1 }).success).toBe(false);
  });

  it("describes every address once, and nothing else", () => {
    expect(Object.keys(document.paths)).toEqual(OPERATIONS.map(({ path }) => path));
    const ids = Object.values(document.paths).map(({ get }) => get.operationId);
    expect(new Set(ids).size).toBe(OPERATIONS.length);
    for (const [path, { get }] of Object.entries(document.paths)) {
      expect(operationAt(`/api/v1${path}`)?.id).toBe(get.operationId);
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(get.parameters.filter((each) => each.in === "path").map(({ name }) => name)).toEqual(named);
      expect(new Set(get.parameters.map(({ name }) => name)).size).toBe(get.parameters.length);
    }
  });

  it("refers only to what it has", () => {
    const names = within(document).flatMap((each) => ("$ref" in (each as object) ? String((each as { $ref: unknown }).$ref) : []));
    expect(names.length).toBeGreaterThan(30);
    for (const name of new Set(names)) {
      const found = name
        .slice(2)
        .split("/")
        .reduce<unknown>((place, key) => (place as Record<string, unknown> | undefined)?.[key], document);
      expect([name, typeof found]).toEqual([name, "object"]);
    }
  });

  it("has schemas that are JSON Schema 2020-12, of answers and of parameters", () => {
    const ajv = new Ajv2020({ strict: true, strictTypes: false });
    formats.default.default(ajv);
    ajv.addSchema({ $id: "openapi", components: document.components }, undefined, undefined, false);
    for (const each of [
      ...Object.values(document.components.schemas),
      ...Object.values(document.paths).flatMap(({ get }) => get.parameters.map((one) => one.schema)),
    ])
      expect([ajv.validateSchema(each as object), ajv.errors]).toEqual([true, null]);
    const limit = document.paths["/software"]?.get.parameters.find(({ name }) => name === "limit")?.schema;
    expect(limit).toEqual({ default: 20, type: "integer", minimum: 1, maximum: 100 });
  });

  it("says what each field and parameter means wherever its words exist, and has no words for what does not exist", () => {
    const fields = Object.values(document.components.schemas)
      .flatMap((each) => within(each))
      .flatMap((each) => Object.keys(each as object));
    expect(Object.keys(apiTexts("fr").fields).filter((name) => !fields.includes(name))).toEqual([]);
    expect(Object.keys(apiTexts("fr").fields)).toEqual(Object.keys(apiTexts("en").fields));
  });
});
