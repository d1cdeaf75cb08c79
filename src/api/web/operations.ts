import { z } from "zod";
import type { SchemaName } from "./schemas.ts";

export const API_PATH = "/api/v1";
export const PAGE_PATH = "/api";

/** What a text in an address may be: of what is wrong with it, zod says which rule. */
const PARAMETERS = {
  q: z.string().min(1).max(500),
  free: z.enum(["true", "false", "unknown"]),
  category: z.string().regex(/^[a-z0-9-]{1,80}$/),
  replaces: z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/),
  software: z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/),
  limit: z.int().min(1).max(100).default(20),
  cursor: z.string().min(1).max(200),
} as const;
export type ParameterName = keyof typeof PARAMETERS;

/** The parameters of one operation, all optional: nothing that is not among them is accepted. */
function among<const N extends readonly ParameterName[]>(...names: N) {
  const shape = Object.fromEntries(names.map((name) => [name, PARAMETERS[name].optional()]));
  return z.strictObject(shape as { [K in N[number]]: z.ZodOptional<(typeof PARAMETERS)[K]> });
}

export type Operation = {
  readonly id: "listSoftware" | "readSoftware" | "listSuppliers" | "readSupplier" | "readDescription";
  /** Under API_PATH, as OpenAPI writes it. */
  readonly path: string;
  readonly inPath?: "slug" | "id";
  readonly query: z.ZodObject;
  /** Undefined: the answer is an OpenAPI document. */
  readonly answer?: SchemaName;
  /** Besides 200, 304 and those that any operation may answer. */
  readonly statuses: readonly (301 | 404)[];
};

export const softwareQuery = among("q", "free", "category", "replaces", "limit", "cursor");
export const supplierQuery = among("q", "software", "limit", "cursor");
export const noQuery = z.strictObject({});

export const OPERATIONS = [
  { id: "listSoftware", path: "/software", query: softwareQuery, answer: "SoftwareList", statuses: [] },
  { id: "readSoftware", path: "/software/{slug}", inPath: "slug", query: noQuery, answer: "Software", statuses: [301, 404] },
  { id: "listSuppliers", path: "/suppliers", query: supplierQuery, answer: "SupplierList", statuses: [] },
  { id: "readSupplier", path: "/suppliers/{id}", inPath: "id", query: noQuery, answer: "Supplier", statuses: [404] },
  { id: "readDescription", path: "/openapi.json", query: noQuery, statuses: [] },
] as const satisfies readonly Operation[];

const PATTERNS = OPERATIONS.map((operation): readonly [RegExp, Operation] => [
  new RegExp(`^${API_PATH}${operation.path.replace(".", "\\.").replace(/\{\w+\}/, "[^/]+")}$`),
  operation,
]);

/** The operation at this address, whatever the method. */
export function operationAt(path: string): Operation | undefined {
  return PATTERNS.find(([pattern]) => pattern.test(path))?.[1];
}

export const pathSchemas = {
  slug: z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/),
  id: z.uuid(),
} as const;
