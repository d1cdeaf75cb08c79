// `npm run bench:search`: how well the search answers data/evaluation/needs.tsv, one JSON line a class and one for all. The lines
// of the set `final` are measured with `-- final`, once tuning is over; BENCH_MISSES=1 names what is not among the first five.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { searchForCli } from "#src/catalogue/public.ts";
import { readConfig } from "#src/platform/config.ts";
import { startPlatform } from "#src/platform/start.ts";
import { loadCatalogue } from "#src/sources/public.ts";

type Answer = {
  readonly kind: string;
  readonly query: string;
  readonly rank: number;
  readonly ms: number;
  readonly found: readonly string[];
};

const wanted = process.argv[2] ?? "tuning";
const AIM = { hit5: 0.9, mrr: 0.75, hit5OfClass: 0.8 } as const;
const lines = readFileSync("data/evaluation/needs.tsv", "utf8").trim().split("\n").slice(1);
const needs = lines.map((line) => line.split("\t")).filter(([set]) => wanted === "all" || set === wanted);

const given = process.env.BENCH_DATA;
const folder = given ?? mkdtempSync(join(tmpdir(), "beffroi-search-"));
const { deps, close } = await startPlatform({ ...readConfig({ BEFFROI_DATA: folder }), logLevel: "silent" });
try {
  await loadCatalogue(deps.db, "data/catalogue");
  const answers: Answer[] = [];
  for (const [, kind = "", query = "", accepted = ""] of needs) {
    const names = accepted.toLowerCase().split(" | ");
    const begun = performance.now();
    const results = await searchForCli(deps.db, query, 10);
    const ms = performance.now() - begun;
    const rank = results.findIndex(({ name, aliases }) => [name, ...aliases].some((each) => names.includes(each.toLowerCase())));
    answers.push({ kind, query, rank, ms, found: results.slice(0, 5).map(({ name, score }) => `${name} ${score}`) });
  }
  for (const [kind, all] of Map.groupBy(answers, (answer) => answer.kind)) say(kind, all, AIM.hit5OfClass, 0);
  say("all", answers, AIM.hit5, AIM.mrr);
  if (process.env.BENCH_MISSES === "1")
    for (const { kind, query, found, rank } of answers.filter((answer) => answer.rank < 0 || answer.rank > 0))
      process.stdout.write(`${rank} ${kind}\t${query}\t${found.join(", ")}\n`);
} finally {
  await close();
  if (given === undefined) rmSync(folder, { recursive: true, force: true });
}

function say(kind: string, all: readonly Answer[], hit5Aim: number, mrrAim: number): void {
  const share = (most: number): number => round(all.filter(({ rank }) => rank >= 0 && rank < most).length / all.length);
  const mrr = round(all.reduce((sum, { rank }) => sum + (rank < 0 ? 0 : 1 / (rank + 1)), 0) / all.length);
  const times = all.map(({ ms }) => ms).sort((a, b) => a - b);
  const p95Ms = round(times[Math.floor(times.length * 0.95)] ?? 0);
  const reached = share(5) >= hit5Aim && mrr >= mrrAim;
  process.stdout.write(
    `${JSON.stringify({ figure: "search-quality", set: wanted, class: kind, queries: all.length, hit1: share(1), hit5: share(5), mrr, p95Ms, reached })}\n`,
  );
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
