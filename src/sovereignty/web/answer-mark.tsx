import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import type { Answer } from "../domain/grid.ts";
import { gridTexts } from "./grid-texts.ts";

/** A disc that is full, half full, empty and crossed, or only outlined: told apart without colours. */
const DRAWINGS: Readonly<Record<Answer, readonly { readonly d: string; readonly part: "edge" | "fill" | "cross" }[]>> = {
  yes: [
    { d: "M2 10a8 8 0 1 0 16 0 8 8 0 1 0-16 0", part: "fill" },
    { d: "M2 10a8 8 0 1 0 16 0 8 8 0 1 0-16 0", part: "edge" },
  ],
  partly: [
    { d: "M10 2a8 8 0 0 0 0 16z", part: "fill" },
    { d: "M2 10a8 8 0 1 0 16 0 8 8 0 1 0-16 0", part: "edge" },
  ],
  no: [
    { d: "M2 10a8 8 0 1 0 16 0 8 8 0 1 0-16 0", part: "edge" },
    { d: "m7 7 6 6m0-6-6 6", part: "cross" },
  ],
  unknown: [{ d: "M2 10a8 8 0 1 0 16 0 8 8 0 1 0-16 0", part: "edge" }],
};

export function AnswerDrawing({ answer }: { answer: Answer }): JSX.Element {
  return (
    <svg class="answer-drawing" data-answer={answer} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      {DRAWINGS[answer].map(({ d, part }) => (
        <path class={`answer-${part}`} d={d} />
      ))}
    </svg>
  );
}

/** An answer: drawn, coloured and said. `byPeople`: they answered in the place of the facts. */
export function AnswerMark({ answer, byPeople, language }: { answer: Answer; byPeople?: boolean; language: Language }): JSX.Element {
  const t = gridTexts(language);
  return (
    <span class="answer">
      <AnswerDrawing answer={answer} />
      <span class="answer-words">
        {t.answers[answer]}
        {byPeople && <span class="soft small"> {t.byPeopleShort}</span>}
      </span>
    </span>
  );
}
