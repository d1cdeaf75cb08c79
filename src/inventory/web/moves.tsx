import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { ConfirmDialog } from "#src/platform/ui/dialog.tsx";
import { DateField, Hidden } from "#src/platform/ui/field.tsx";
import { Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import type { FieldError } from "#src/platform/ui/form-context.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import type { Installation } from "../domain/installation.ts";
import { type InstallationState, nextStates } from "../domain/state.ts";
import type { InventoryTexts } from "./texts.fr.ts";
import { inventoryTexts } from "./texts.ts";

/** What was asked and refused: its form comes back open, as it was typed. */
export type RefusedMove = {
  readonly to: InstallationState;
  readonly day: string;
  readonly errors: readonly FieldError[];
  /** Said above the page when it is not about a field. */
  readonly notice?: string | undefined;
};

type MovesProps = {
  readonly language: Language;
  readonly installation: Installation;
  readonly today: string;
  readonly refused: RefusedMove | undefined;
};

/** One step per state that may follow. Without JavaScript each unfolds in place. */
export function Moves({ language, installation, today, refused }: MovesProps): JSX.Element {
  const t = inventoryTexts(language).moves;
  const next = nextStates(installation.state);
  return (
    <Sheet title={t.title} intro={next.length === 0 ? undefined : t.intro}>
      {next.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <div class="acts">
          {next.map((to) => (
            <MoveDialog
              language={language}
              installation={installation}
              to={to}
              today={today}
              refused={refused?.to === to ? refused : undefined}
            />
          ))}
        </div>
      )}
    </Sheet>
  );
}

function MoveDialog({ language, installation: { id, state }, to, today, refused }: MovesProps & { to: InstallationState }): JSX.Element {
  const t = inventoryTexts(language).moves;
  const label = labelOf(t, state, to);
  const errors = refused?.errors ?? [];
  return (
    <ConfirmDialog label={label} title={label} variant={to === "in-service" ? "primary" : "secondary"} open={errors.length > 0}>
      <p>{t.explain[to]}</p>
      <Form
        action={to === "retired" ? `/parc/${id}/retrait` : `/parc/${id}/etat`}
        label={label}
        errors={errors}
        values={refused === undefined ? undefined : { jour: refused.day }}
      >
        <Hidden name="de" value={state} />
        <Hidden name="vers" value={to} />
        {to === "pilot" || to === "leaving" ? (
          <Hidden name="jour" value={today} />
        ) : (
          <DateField
            name="jour"
            id={refused === undefined ? `jour-${to}` : undefined}
            label={t.day}
            hint={t.dayHint}
            required
            value={today}
            max={today}
          />
        )}
        <Actions>
          <SubmitButton variant={to === "retired" ? "danger" : "primary"}>{label}</SubmitButton>
        </Actions>
      </Form>
    </ConfirmDialog>
  );
}

function labelOf(t: InventoryTexts["moves"], from: InstallationState, to: InstallationState): string {
  if (from === "leaving" && to === "in-service") return t.stay;
  return from === "planned" && to === "retired" ? t.cancelPlan : t.labels[to];
}
