import { type Child, useContext } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { FormContext, fieldId, useFieldError } from "./form-context.tsx";
import { useUiTexts } from "./language.tsx";

export type FieldProps = {
  name: string;
  label: Child;
  hint?: Child;
  /** Found by name in the form's errors when not given. */
  error?: string | undefined;
  required?: boolean | undefined;
  id?: string | undefined;
  disabled?: boolean | undefined;
  /** `false` leaves out « (facultatif) », where everything is. */
  mark?: boolean | undefined;
};

export type FieldWiring = { id: string; error: string | undefined; describedBy: string | undefined };

/** The ids that tie a control to its hint, its error and what else describes it. */
export function useFieldWiring({ name, label, id: given, error: givenError, hint }: FieldProps, extra?: string | undefined): FieldWiring {
  const id = given ?? fieldId(name);
  const error = useFieldError(name, givenError);
  const { labels } = useContext(FormContext);
  if (typeof label === "string") labels?.set(name, label);
  const parts = [hint ? `${id}-aide` : undefined, extra, error ? `${id}-erreur` : undefined].filter((part) => part !== undefined);
  return { id, error, describedBy: parts.length > 0 ? parts.join(" ") : undefined };
}

/** Required and optional are said in words. */
export function RequiredMark({ required }: { required: boolean | undefined }): JSX.Element {
  const t = useUiTexts();
  return <span class="field-mark">{required ? t.required : t.optional}</span>;
}

export function FieldHint({ id, children }: { id: string; children?: Child }): JSX.Element | null {
  if (!children) return null;
  return (
    <p class="field-hint" id={`${id}-aide`}>
      {children}
    </p>
  );
}

export function FieldErrorText({ id, message }: { id: string; message: string | undefined }): JSX.Element | null {
  const t = useUiTexts();
  if (!message) return null;
  return (
    <p class="ds-validation-message" data-color="danger" id={`${id}-erreur`}>
      <span class="visually-hidden">{t.errorPrefix} </span>
      {message}
    </p>
  );
}

/** Label, hint, control, error, in that order. */
export function FieldFrame({
  field,
  wiring,
  children,
  narrow,
}: {
  field: FieldProps;
  wiring: FieldWiring;
  children?: Child;
  narrow?: boolean | undefined;
}): JSX.Element {
  return (
    <div class={narrow ? "ds-field field-narrow" : "ds-field"} data-invalid={wiring.error ? "true" : undefined}>
      <label class="ds-label" for={wiring.id}>
        {field.label} {field.mark !== false && <RequiredMark required={field.required} />}
      </label>
      <FieldHint id={wiring.id}>{field.hint}</FieldHint>
      {children}
      <FieldErrorText id={wiring.id} message={wiring.error} />
    </div>
  );
}
