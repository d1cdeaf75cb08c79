import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { useUiTexts } from "./language.tsx";
import { useUniqueId } from "./unique-id.tsx";

export type ConfirmProps = {
  /** On the button that opens it: a verb. */
  label: Child;
  title: Child;
  variant?: "primary" | "secondary" | "tertiary" | "danger" | undefined;
  /** Open at once: the form inside came back refused. */
  open?: boolean | undefined;
  /** What it does, and the `Form` that does it. */
  children?: Child;
};

/** A step that asks again. Without JavaScript it unfolds in place; with it, the same content is a modal dialog. */
export function ConfirmDialog({ label, title, variant = "secondary", open, children }: ConfirmProps): JSX.Element {
  const t = useUiTexts();
  const titleId = useUniqueId("confirmer");
  return (
    <confirm-dialog class="confirm" data-close={t.cancel}>
      <details open={open}>
        <summary
          class="ds-button"
          data-variant={variant === "danger" ? "primary" : variant}
          data-color={variant === "danger" ? "brick" : undefined}
        >
          {label}
        </summary>
        <div class="confirm-body" data-title={titleId}>
          <h2 id={titleId}>{title}</h2>
          {children}
        </div>
      </details>
    </confirm-dialog>
  );
}
