import type { JSX } from "hono/jsx/jsx-runtime";
import { FieldFrame, type FieldProps, useFieldWiring } from "./field-frame.tsx";
import { useTyped } from "./form-context.tsx";
import { formatNumber } from "./format.ts";
import { useLanguage, useUiTexts } from "./language.tsx";

export type InputProps = FieldProps & {
  value?: string | undefined;
  autocomplete?: string | undefined;
  maxLength?: number | undefined;
  spellcheck?: boolean | undefined;
  autofocus?: boolean | undefined;
  placeholder?: never;
};

export type TextFieldProps = InputProps & {
  type?: "text" | "email" | "tel" | "url" | "password" | undefined;
  inputmode?: "text" | "numeric" | "decimal" | "email" | "tel" | "url" | undefined;
  /** A short value gets a short box. */
  narrow?: boolean | undefined;
};

export function TextField(props: TextFieldProps): JSX.Element {
  const wiring = useFieldWiring(props);
  const typed = useTyped(props.name, props.value);
  return (
    <FieldFrame field={props} wiring={wiring} narrow={props.narrow}>
      <input
        class="ds-input"
        type={props.type ?? "text"}
        id={wiring.id}
        name={props.name}
        value={props.type === "password" ? undefined : typed}
        required={props.required}
        disabled={props.disabled}
        autocomplete={props.autocomplete}
        maxlength={props.maxLength}
        inputmode={props.inputmode}
        autofocus={props.autofocus}
        spellcheck={props.spellcheck}
        aria-describedby={wiring.describedBy}
        aria-invalid={wiring.error ? "true" : undefined}
      />
    </FieldFrame>
  );
}

export type TextAreaProps = InputProps & { rows?: number | undefined };

/** With `maxLength`, the limit is written under the box and counted down while typing; typing beyond is let, and refused with words. */
export function TextArea(props: TextAreaProps): JSX.Element {
  const t = useUiTexts();
  const language = useLanguage();
  const limit = props.maxLength;
  const countId = `${props.id ?? "champ"}-${props.name}-compte`.replace(/[^\p{L}\p{N}_-]/gu, "-");
  const wiring = useFieldWiring(props, limit === undefined ? undefined : countId);
  return (
    <FieldFrame field={props} wiring={wiring}>
      <textarea
        class="ds-input"
        id={wiring.id}
        name={props.name}
        rows={props.rows ?? 5}
        required={props.required}
        disabled={props.disabled}
        autocomplete={props.autocomplete}
        spellcheck={props.spellcheck}
        data-count={limit === undefined ? undefined : countId}
        data-max={limit}
        aria-describedby={wiring.describedBy}
        aria-invalid={wiring.error ? "true" : undefined}
      >
        {/* A first line break is eaten by browsers: one of ours keeps the person's own. */}
        {`\n${useTyped(props.name, props.value) ?? ""}`}
      </textarea>
      {limit !== undefined && (
        <p class="field-count" id={countId} data-left={t.charactersLeft} data-over={t.charactersOver}>
          {t.maxCharacters(formatNumber(limit, language))}
        </p>
      )}
    </FieldFrame>
  );
}

/** A day, as YYYY-MM-DD, with the browser's own calendar. */
export function DateField(props: InputProps & { min?: string | undefined; max?: string | undefined }): JSX.Element {
  const wiring = useFieldWiring(props);
  return (
    <FieldFrame field={props} wiring={wiring} narrow>
      <input
        class="ds-input"
        type="date"
        id={wiring.id}
        name={props.name}
        value={useTyped(props.name, props.value)}
        min={props.min}
        max={props.max}
        required={props.required}
        disabled={props.disabled}
        autocomplete={props.autocomplete}
        aria-describedby={wiring.describedBy}
        aria-invalid={wiring.error ? "true" : undefined}
      />
    </FieldFrame>
  );
}

/** Never placed by hand next to a label: it has none. */
export function Hidden({ name, value }: { name: string; value: string | number }): JSX.Element {
  return <input type="hidden" name={name} value={String(value)} />;
}
