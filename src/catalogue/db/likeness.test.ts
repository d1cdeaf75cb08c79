import { sql } from "kysely";
import { expect, it } from "vitest";
import { testDatabase } from "#src/platform/db/testing.ts";
import { trigramsOf } from "../domain/search-index/trigrams.ts";

const { db } = await testDatabase();

it("words are as like in memory as for PostgreSQL's pg_trgm", async () => {
  const words = [
    "thunderbird",
    "thunderbrid",
    "tableur",
    "tableurs",
    "ged",
    "gedd",
    "a",
    "libreoffice",
    "libre",
    "2024",
    "aaaaaa",
    "visio",
  ];
  const { rows } = await sql<{ a: string; b: string; like: number }>`
    select a, b, similarity(a, b) as like from unnest(${words}::text[]) a cross join unnest(${words}::text[]) b`.execute(db);
  const ours = (a: string, b: string): number => {
    const [one, other] = [trigramsOf(a), trigramsOf(b)];
    const both = one.filter((trigram) => other.includes(trigram)).length;
    return both / (one.length + other.length - both);
  };
  expect(rows.filter(({ like }) => like > 0.1 && like < 1).length).toBeGreaterThan(5);
  for (const { a, b, like } of rows) expect([a, b, ours(a, b)]).toEqual([a, b, expect.closeTo(like, 5)]);
});
