import { z } from "zod";
import type { Json } from "#src/kernel/canonical-json.ts";
import type { Language } from "#src/kernel/language.ts";
import { API_PATH, OPERATIONS, type Operation, PAGE_PATH, type ParameterName, pathSchemas } from "./operations.ts";
import { PROBLEMS } from "./problem.ts";
import { SCHEMAS } from "./schemas.ts";
import { apiTexts } from "./texts.ts";

type Fields = { readonly [key: string]: Json };

/** The description of the API in OpenAPI 3.1, made from the very schemas that its routes read and answer by. */
export type OpenApiDocument = {
  readonly openapi: string;
  readonly info: Fields;
  readonly servers: readonly Json[];
  readonly paths: Readonly<Record<string, { readonly get: DescribedOperation }>>;
  readonly components: { readonly schemas: Fields; readonly responses: Fields; readonly headers: Fields };
};
export type DescribedOperation = {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly DescribedParameter[];
  readonly responses: Readonly<Record<string, Json>>;
};
export type DescribedParameter = {
  readonly name: string;
  readonly in: "query" | "path" | "header";
  readonly required: boolean;
  readonly description: string;
  readonly schema: Fields;
};

export function openApiDocument(language: Language, publicUrl: string): OpenApiDocument {
  const t = apiTexts(language);
  return {
    openapi: "3.1.1",
    info: {
      title: t.title,
      version: "1.0.0",
      description: [t.lead, t.limitText, t.stability].join("\n\n"),
      license: { name: t.licence.own, identifier: "AGPL-3.0-or-later" },
    },
    servers: [{ url: `${publicUrl}${API_PATH}` }],
    paths: Object.fromEntries(OPERATIONS.map((operation) => [operation.path, { get: described(operation, language, publicUrl) }])),
    components: { schemas: schemasIn(language), responses: responsesIn(language), headers: headersIn(language) },
  };
}

function described(operation: Operation, language: Language, publicUrl: string): DescribedOperation {
  const t = apiTexts(language);
  const { id, inPath, query, answer, statuses } = operation;
  const headers = ref("headers", ["ETag", "RateLimit", "RateLimit-Policy"]);
  const content: Fields =
    answer === undefined
      ? { "application/openapi+json": { schema: { type: "object" } } }
      : { "application/json": { schema: { $ref: `#/components/schemas/${answer}` } } };
  const others = [400, ...statuses.filter((status) => status !== 301), 405, 429, 500];
  return {
    operationId: id,
    ...t.operations[id],
    parameters: [
      ...(inPath === undefined
        ? []
        : [
            {
              name: inPath,
              in: "path" as const,
              required: true,
              description: t.parameters[inPath],
              schema: jsonSchema(pathSchemas[inPath]),
            },
          ]),
      ...Object.entries(query.shape).map(([key, schema]) => {
        const name = key as ParameterName;
        const description = t.otherwise[id]?.[name] ?? t.parameters[name];
        return { name, in: "query" as const, required: false, description, schema: jsonSchema(schema as z.ZodType) };
      }),
    ],
    responses: {
      "200": { description: t.responses.ok, headers, content },
      ...(statuses.includes(301) ? { "301": { description: t.responses.moved, headers: ref("headers", ["Location"]) } } : {}),
      "304": { description: t.responses.unchanged },
      ...Object.fromEntries(others.map((status) => [String(status), { $ref: `#/components/responses/Problem${status}` }])),
    },
    ...(id === "readDescription" ? {} : { externalDocs: { url: `${publicUrl}${PAGE_PATH}#${id}` } }),
  };
}

/** JSON Schema 2020-12, which is OpenAPI 3.1's own. */
function jsonSchema(schema: z.ZodType): Fields {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input", target: "draft-2020-12" });
  return rest as Fields;
}

function schemasIn(language: Language): Fields {
  const { schemas } = z.toJSONSchema(registry, { io: "output", target: "draft-2020-12", uri: (id) => `#/components/schemas/${id}` });
  const words: Readonly<Record<string, string>> = apiTexts(language).fields;
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _, $id: _id, ...schema }]) => [name, withWords(schema as unknown as Fields, words)]),
  );
}

const registry = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(SCHEMAS)) registry.add(schema, { id });

/** Each property with what it means, where its name is not enough. */
function withWords(schema: Fields, words: Readonly<Record<string, string>>): Fields {
  const properties = schema.properties as Readonly<Record<string, Fields>> | undefined;
  if (properties === undefined) return schema;
  const described = Object.entries(properties).map(([name, each]): [string, Fields] => {
    const description = Object.hasOwn(words, name) ? words[name] : undefined;
    return [name, description === undefined ? each : { ...each, description }];
  });
  return { ...schema, properties: Object.fromEntries(described) };
}

function responsesIn(language: Language): Fields {
  const t = apiTexts(language);
  const schema = { $ref: "#/components/schemas/Problem" };
  return Object.fromEntries(
    Object.entries(PROBLEMS).map(([kind, status]) => [
      `Problem${status}`,
      {
        description: t.problems[kind as keyof typeof PROBLEMS].title,
        ...(kind === "too-many-requests" ? { headers: ref("headers", ["Retry-After", "RateLimit", "RateLimit-Policy"]) } : {}),
        ...(kind === "method-not-allowed" ? { headers: ref("headers", ["Allow"]) } : {}),
        content: { "application/problem+json": { schema } },
      },
    ]),
  );
}

function headersIn(language: Language): Fields {
  const words = apiTexts(language).headers;
  return Object.fromEntries(Object.entries(words).map(([name, description]) => [name, { description, schema: { type: "string" } }]));
}

function ref(kind: string, names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/${kind}/${name}` }]));
}
