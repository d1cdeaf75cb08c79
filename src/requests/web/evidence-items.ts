import type { Language } from "#src/kernel/language.ts";
import type { Evidence as Item } from "#src/platform/ui/evidence-list.tsx";
import type { Evidence } from "../domain/evidence.ts";
import type { RequestView } from "./view.ts";
import { evidenceSentence } from "./words.ts";

/** The pieces of evidence as a list shows them; for whoever works at the gate, a missing one leads to where it is made. */
export function evidenceItems(view: RequestView, evidence: readonly Evidence[], language: Language, works: boolean): readonly Item[] {
  return evidence.map((piece) => ({
    done: piece.done,
    label: evidenceSentence(language, piece),
    ...(works && !piece.done && { href: placeOf(view, piece) }),
  }));
}

/** Undefined for a search: its form is in the same panel. */
function placeOf({ request }: RequestView, piece: Evidence): string | undefined {
  const path = `/demandes/${request.id}`;
  if ("candidateId" in piece) return `${path}/candidats/${piece.candidateId}`;
  if (piece.kind === "need-structured") return `${path}/besoin`;
  return piece.kind === "search" ? undefined : `${path}/etude`;
}
