import type { JSX } from "hono/jsx/jsx-runtime";
import { FieldFrame, type FieldProps, useFieldWiring } from "./field-frame.tsx";
import { useTyped } from "./form-context.tsx";
import { useUiTexts } from "./language.tsx";

export type FileFieldProps = FieldProps & { accept?: readonly string[] | undefined; multiple?: boolean | undefined };

/** The form around it must be `multipart`. Accepted formats (« .csv ») are written in the hint. */
export function FileField(props: FileFieldProps): JSX.Element {
  const t = useUiTexts();
  const formats = props.accept?.length ? t.fileTypes(props.accept.join(", ")) : undefined;
  const field = { ...props, hint: formats ? [props.hint, props.hint ? " " : "", formats] : props.hint };
  const wiring = useFieldWiring(field);
  return (
    <FieldFrame field={field} wiring={wiring}>
      <input
        class="field-file"
        type="file"
        id={wiring.id}
        name={props.name}
        accept={props.accept?.join(",")}
        multiple={props.multiple}
        required={props.required}
        disabled={props.disabled}
        aria-describedby={wiring.describedBy}
        aria-invalid={wiring.error ? "true" : undefined}
      />
    </FieldFrame>
  );
}

export type SearchFieldProps = {
  name: string;
  label: string;
  value?: string | undefined;
  id?: string | undefined;
  hideLabel?: boolean | undefined;
};

export function SearchField({ name, label, value, id, hideLabel }: SearchFieldProps): JSX.Element {
  const ownId = id ?? `cherche-${name}`;
  return (
    <div class="ds-field field-search">
      <label class={hideLabel ? "visually-hidden" : "ds-label"} for={ownId}>
        {label}
      </label>
      <input class="ds-input" type="search" id={ownId} name={name} value={useTyped(name, value)} autocomplete="off" spellcheck={false} />
    </div>
  );
}
