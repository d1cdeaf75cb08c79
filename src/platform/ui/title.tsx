import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";

export type TitleProps = {
  title: Child;
  /** Short facts on one line, each already in words: « Demande 2026-041 ». */
  facts?: readonly Child[] | undefined;
  lead?: Child;
  actions?: Child;
};

/** The page's only `h1`, with the facts that place it. */
export function Title({ title, facts, lead, actions }: TitleProps): JSX.Element {
  return (
    <div class="title">
      <h1>{title}</h1>
      {lead && <p class="lead">{lead}</p>}
      {facts && facts.length > 0 && (
        <ul class="facts">
          {facts.map((fact) => (
            <li>{fact}</li>
          ))}
        </ul>
      )}
      {actions && <div class="acts">{actions}</div>}
    </div>
  );
}
