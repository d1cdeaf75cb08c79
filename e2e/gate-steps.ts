import type { KnockOut } from "#src/requests/domain/gates.ts";
import { REQUIREMENTS } from "./need-steps.ts";
import type { Visitor } from "./visitor.ts";
import { saying } from "./wording.ts";

/** The reviewer searches at the open gate; the search is kept as evidence. */
export async function search(reviewer: Visitor, gate: "in-house" | "open-source" | "proprietary", text: string): Promise<void> {
  const { gate: t } = reviewer.words;
  await reviewer.write(t.searchLabel[gate], text);
  await reviewer.press(t.search);
}

/** What the reviewer finds of a candidate. What is not said passes. */
export type Judgement = {
  readonly fails?: Partial<Record<KnockOut, string>>;
  readonly coverage?: readonly ("full" | "partial" | "none")[];
  readonly hostingPerYear?: string;
  readonly readyOn?: string;
  readonly licence?: string;
  readonly suits: boolean;
  readonly reason: string;
  /** When it was examined already. */
  readonly why?: string;
};

/** Fills the examination of a candidate, on its page, and saves it. */
export async function examine(reviewer: Visitor, knockOuts: readonly KnockOut[], judgement: Judgement): Promise<void> {
  const { gate: t, procedure, form } = reviewer.words;
  if (judgement.licence !== undefined) await reviewer.write(t.licence, judgement.licence);
  for (const knockOut of knockOuts) {
    const label = procedure.knockOuts[knockOut];
    const finding = judgement.fails?.[knockOut];
    await reviewer.choose(label, finding === undefined ? t.passes : t.fails);
    if (finding !== undefined) await reviewer.write(t.reasonOf(label), finding);
  }
  const requirement = (text: string): string => `${text} (${procedure.importances.essential.toLowerCase()})`;
  const texts = [REQUIREMENTS.first, REQUIREMENTS.second];
  for (const [index, coverage] of (judgement.coverage ?? []).entries())
    await reviewer.select(requirement(texts[index] ?? ""), procedure.coverages[coverage]);
  if (judgement.hostingPerYear !== undefined) {
    await reviewer.write(t.costYears, "5");
    await reviewer.write(`${procedure.costHeadings.hosting}, ${t.yearly.toLowerCase()}`, judgement.hostingPerYear);
  }
  if (judgement.readyOn !== undefined) await reviewer.write(t.readyOn, judgement.readyOn);
  await reviewer.choose(t.opinionQuestion, judgement.suits ? t.suitable : t.rejected);
  await reviewer.write(t.reason, judgement.reason);
  if (judgement.why !== undefined) await reviewer.write(form.why, judgement.why);
  await reviewer.press(t.saveExamination);
}

/** The reviewer closes the open gate without a solution. */
export async function ruleOut(reviewer: Visitor, statement: string): Promise<void> {
  const { gate: t } = reviewer.words;
  await reviewer.follow(t.ruleOut);
  await reviewer.write(t.statement, statement);
  await reviewer.press(t.conclude);
}

/** The guarantor finds at home what waits for them, reads it and countersigns. */
export async function countersign(guarantor: Visitor): Promise<void> {
  const { home, gate: t } = guarantor.words;
  await guarantor.goTo("/");
  await guarantor.follow(saying(home.readConclusion));
  await guarantor.press(t.countersign);
}
