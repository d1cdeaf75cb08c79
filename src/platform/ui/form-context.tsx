import { createContext, useContext } from "hono/jsx";

export type FieldError = { field: string; message: string };
/** What was typed, as a form sends it: one text, or several for the same name. */
export type TypedValues = Readonly<Record<string, string | readonly string[] | undefined>>;
export type FormState = {
  errors: readonly FieldError[];
  values: TypedValues | undefined;
  /** By name, what each field is called: fields tell it as they are drawn, the error summary says it. */
  labels?: Map<string, string> | undefined;
};

export const FormContext = createContext<FormState>({ errors: [], values: undefined });

/** The id of the control that bears this name, so that the error summary can link to it. */
export function fieldId(name: string): string {
  return `champ-${name.replace(/[^\p{L}\p{N}_-]/gu, "-")}`;
}

/** What was typed wins over what is stored: a refused form comes back as it was. */
export function useTyped(name: string, stored: string | undefined): string | undefined {
  const { values } = useContext(FormContext);
  const typed = values?.[name];
  if (typed === undefined) return stored;
  return typeof typed === "string" ? typed : typed[0];
}

/** Several values under one name. A box left empty is not sent: once a form was sent, absence means unchecked. */
export function useTypedList(name: string, stored: readonly string[]): readonly string[] {
  const { values } = useContext(FormContext);
  if (values === undefined) return stored;
  const typed = values[name];
  return typed === undefined ? [] : typeof typed === "string" ? [typed] : typed;
}

export function useFieldError(name: string, given: string | undefined): string | undefined {
  const { errors } = useContext(FormContext);
  return given ?? errors.find((error) => error.field === name)?.message;
}
