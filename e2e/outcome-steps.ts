import { expect } from "vitest";
import type { RunningApp } from "./app.ts";
import type { Visitor } from "./visitor.ts";
import { exactly } from "./wording.ts";

const MEDIA_TYPES = { pdf: "application/pdf", odt: "application/vnd.oasis.opendocument.text", json: "application/json" } as const;

/** From the page of the record: each of its files answers, as what it is. */
export async function downloadRecord({ page, words }: Visitor, app: RunningApp, path: string): Promise<void> {
  for (const format of ["pdf", "odt", "json"] as const) {
    const link = page.getByRole("link", { name: exactly(words.record.formats[format]) }).first();
    const href = (await link.getAttribute("href")) ?? "";
    expect(href).toBe(`${path}/dossier.${format}`);
    const answer = await page.request.get(new URL(href, app.url).href);
    expect(answer.status(), href).toBe(200);
    expect(answer.headers()["content-type"]).toContain(MEDIA_TYPES[format]);
    expect((await answer.body()).byteLength).toBeGreaterThan(1_000);
  }
}

/** What was decided waits in the inventory as planned; the reviewer says that it is in service. */
export async function putInService(reviewer: Visitor, name: string): Promise<void> {
  const { inventory } = reviewer.words;
  await reviewer.goTo("/parc");
  const row = reviewer.page.getByRole("row").filter({ hasText: name });
  await reviewer.sees(inventory.states.planned, { within: row });
  await reviewer.follow(name);
  await reviewer.unfold(inventory.moves.labels["in-service"]);
  await reviewer.inspect();
  await reviewer.press(inventory.moves.labels["in-service"], { within: reviewer.page.getByRole("form") });
  await reviewer.sees(inventory.page.changes["installation-in-service"] ?? "");
}

/** Whoever asked says whether it does, in use, what was decided. */
export async function confirm(requester: Visitor, path: string): Promise<void> {
  const { page: t, procedure } = requester.words;
  await requester.goTo(path);
  await requester.follow(t.confirm);
  await requester.choose(t.outcome, procedure.useOutcomes.yes);
  await requester.write(t.outcomeReason, "Plus aucune double réservation depuis la rentrée.");
  await requester.press(t.saveConfirmation);
  await requester.sees(t.confirmationSaved);
}
