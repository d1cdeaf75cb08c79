import type { FieldError, TypedValues } from "#src/platform/ui/form-context.tsx";

/** A form that comes back: what is wrong with it, and what was typed. */
export type Refused = { readonly errors?: readonly FieldError[] | undefined; readonly values?: TypedValues | undefined };
