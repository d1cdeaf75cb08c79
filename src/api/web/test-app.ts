import { sql } from "kysely";
import { beforeAll } from "vitest";
import { buildApp } from "#src/app.tsx";
import { givenSoftware } from "#src/catalogue/testing.ts";
import { type TestDeps, testDeps } from "#src/platform/testing.ts";
import { WITH_CATALOGUE } from "#src/sources/testing.ts";

/** Suppliers of a test's instance: the first and the last that there can be, and one between them. */
export const SUPPLIERS = [
  "00000000-0000-4000-8000-000000000000",
  "5e1f0000-0000-4000-8000-000000000001",
  "ffffffff-ffff-4fff-bfff-ffffffffffff",
] as const;

export type TestApi = {
  readonly deps: TestDeps;
  readonly origin: string;
  /** Sends a request as it is, in the minute that the clock shows. */
  readonly send: (path: string, init?: RequestInit) => Promise<Response>;
  /** Calls an address under /api/v1, each time in a minute of its own: no call counts against another. */
  readonly call: (path: string, headers?: Record<string, string>, method?: string) => Promise<Response>;
  readonly json: <T>(path: string, headers?: Record<string, string>) => Promise<T>;
};

/** The whole application on the starter catalogue, with a software of unknown freedom, one without licence, one joined to another. */
export async function aTestApi(): Promise<TestApi> {
  const deps = await testDeps({}, WITH_CATALOGUE);
  const assets = { styles: "/assets/styles.css", client: "/assets/client.js", font: "/assets/font.woff2" };
  const app = buildApp(deps, { assets, createDemonstration: async () => [] });
  const origin = deps.config.publicUrl;
  beforeAll(() => fill(deps));
  const send: TestApi["send"] = async (path, init) => app.request(`${origin}${path}`, init);
  const call: TestApi["call"] = async (path, headers = {}, method = "GET") => {
    deps.clock.now = new Date(deps.clock.now.getTime() + 60_000);
    return send(`/api/v1${path}`, { method, headers });
  };
  return {
    deps,
    origin,
    send,
    call,
    json: async <T>(path: string, headers?: Record<string, string>) => (await (await call(path, headers)).json()) as T,
  };
}

async function fill({ db, now }: TestDeps): Promise<void> {
  await givenSoftware(
    db,
    { slug: "unsure", free: null, licence: null, licenceSaid: "GPL", replaces: ["adobe-photoshop"], terms: ["girafe"] },
    { slug: "sure", licence: null, terms: ["girafe"] },
    { slug: "second-gimp" },
  );
  await sql`update software set merged_into = 'gimp' where slug = 'second-gimp'`.execute(db);
  for (const [index, id] of SUPPLIERS.entries())
    await sql`insert into supplier (id, name, origin, made_at, changed_at) values (${id}, ${`Fournisseur ${index}`}, 'hand', ${now()}, ${now()})`.execute(
      db,
    );
  await sql`insert into supplier_software (supplier_id, slug) values (${SUPPLIERS[1]}, 'second-gimp')`.execute(db);
}
