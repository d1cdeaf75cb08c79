import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { ErrorSummary } from "./error-summary.tsx";
import { Hidden } from "./field.tsx";
import { type FieldError, FormContext, type TypedValues } from "./form-context.tsx";
import { safeHref } from "./link.tsx";

/** The names under which a form carries what the person does not type. */
export const VERSION_FIELD = "_version";
export const KEY_FIELD = "_cle";

export type FormProps = {
  action: string;
  method?: "post" | "get" | undefined;
  /** Shown on top, each linked to its field, and beside each field of that name. */
  errors?: readonly FieldError[] | undefined;
  /** What was typed, to show it again: fields find theirs by name. */
  values?: TypedValues | undefined;
  /** The version this form was read at: somebody else's change is then noticed. */
  version?: number | string | undefined;
  /** The same form sent twice acts once. */
  idempotencyKey?: string | undefined;
  multipart?: boolean | undefined;
  id?: string | undefined;
  /** For a form that is one of several in its page. */
  label?: string | undefined;
  class?: string | undefined;
  children?: Child;
};

/** Browsers' own checks are off: the server answers in words, beside each field, in the reader's language. */
export function Form(props: FormProps): JSX.Element {
  const { method = "post", errors = [] } = props;
  return (
    <form
      class={props.class ?? "form"}
      action={safeHref(props.action)}
      method={method}
      enctype={props.multipart ? "multipart/form-data" : undefined}
      id={props.id}
      aria-label={props.label}
      novalidate
    >
      <FormContext.Provider value={{ errors, values: props.values, labels: errors.length > 0 ? new Map() : undefined }}>
        {errors.length > 0 && <ErrorSummary errors={errors} />}
        {props.version !== undefined && <Hidden name={VERSION_FIELD} value={props.version} />}
        {props.idempotencyKey !== undefined && <Hidden name={KEY_FIELD} value={props.idempotencyKey} />}
        {props.children}
      </FormContext.Provider>
    </form>
  );
}

/** The row of buttons at the foot of a form or a section; the main one first. */
export function Actions({ children }: { children?: Child }): JSX.Element {
  return <div class="acts">{children}</div>;
}

export type SubmitButtonProps = {
  variant?: "primary" | "secondary" | "tertiary" | "danger" | undefined;
  size?: "sm" | "md" | undefined;
  /** When several buttons end one form. */
  name?: string | undefined;
  value?: string | undefined;
  formAction?: string | undefined;
  /** Words added for those who hear the button out of its context. */
  context?: string | undefined;
  disabled?: boolean | undefined;
  children?: Child;
};

export function SubmitButton(props: SubmitButtonProps): JSX.Element {
  const { variant = "primary" } = props;
  return (
    <button
      class="ds-button"
      type="submit"
      data-variant={variant === "danger" ? "primary" : variant}
      data-color={variant === "danger" ? "brick" : undefined}
      data-size={props.size}
      name={props.name}
      value={props.value}
      formaction={props.formAction === undefined ? undefined : safeHref(props.formAction)}
      disabled={props.disabled}
    >
      {props.children}
      {props.context && <span class="visually-hidden"> {props.context}</span>}
    </button>
  );
}

/** One button that acts at once: its own small form. */
export function ActionForm({
  action,
  fields,
  children,
  ...button
}: SubmitButtonProps & { action: string; fields?: Readonly<Record<string, string | number>> | undefined }): JSX.Element {
  return (
    <form class="form-inline" action={safeHref(action)} method="post">
      {Object.entries(fields ?? {}).map(([name, value]) => (
        <Hidden name={name} value={value} />
      ))}
      <SubmitButton {...button}>{children}</SubmitButton>
    </form>
  );
}

/** Several fields under one legend. */
export function FieldGroup({ legend, hint, children }: { legend: Child; hint?: Child; children?: Child }): JSX.Element {
  return (
    <fieldset class="ds-fieldset field-group">
      <legend>{legend}</legend>
      {hint && <p class="field-hint">{hint}</p>}
      {children}
    </fieldset>
  );
}

/** Fields side by side where there is room; a `pair` of short ones even on a telephone. */
export function FieldRow({ pair, children }: { pair?: boolean | undefined; children?: Child }): JSX.Element {
  return <div class={pair ? "field-row field-pair" : "field-row"}>{children}</div>;
}
