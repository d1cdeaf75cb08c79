import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { FieldErrorText, FieldFrame, FieldHint, type FieldProps, RequiredMark, useFieldWiring } from "./field-frame.tsx";
import { useTyped, useTypedList } from "./form-context.tsx";
import { useUiTexts } from "./language.tsx";

export type Option = { value: string; label: string; hint?: Child; disabled?: boolean | undefined };
/** Options under a heading, in a select. */
export type OptionGroup = { label: string; options: readonly Option[] };

const Choice = ({ option, chosen }: { option: Option; chosen: string | undefined }): JSX.Element => (
  <option value={option.value} selected={option.value === chosen} disabled={option.disabled}>
    {option.label}
  </option>
);

const optionsIn = (entries: readonly (Option | OptionGroup)[], chosen: string | undefined): JSX.Element => (
  <>
    {entries.map((entry) =>
      "options" in entry ? (
        <optgroup label={entry.label}>{optionsIn(entry.options, chosen)}</optgroup>
      ) : (
        <Choice option={entry} chosen={chosen} />
      ),
    )}
  </>
);

export type SelectFieldProps = FieldProps & {
  options: readonly (Option | OptionGroup)[];
  value?: string | undefined;
  /** The words of the empty choice; `false` when there is none. */
  empty?: string | false | undefined;
  autocomplete?: string | undefined;
  narrow?: boolean | undefined;
};

export function SelectField(props: SelectFieldProps): JSX.Element {
  const t = useUiTexts();
  const wiring = useFieldWiring(props);
  const chosen = useTyped(props.name, props.value);
  return (
    <FieldFrame field={props} wiring={wiring} narrow={props.narrow}>
      <select
        class="ds-input"
        id={wiring.id}
        name={props.name}
        required={props.required}
        disabled={props.disabled}
        autocomplete={props.autocomplete}
        aria-describedby={wiring.describedBy}
        aria-invalid={wiring.error ? "true" : undefined}
      >
        {props.empty !== false && <option value="">{props.empty ?? t.choose}</option>}
        {optionsIn(props.options, chosen)}
      </select>
    </FieldFrame>
  );
}

type BoxProps = {
  type: "radio" | "checkbox";
  id: string;
  name: string;
  option: Option;
  checked: boolean;
  required?: boolean | undefined;
  describedBy?: string | undefined;
  invalid: boolean;
};

function Box({ type, id, name, option, checked, required, describedBy, invalid }: BoxProps): JSX.Element {
  const described = [option.hint ? `${id}-aide` : undefined, describedBy].filter((part) => part !== undefined).join(" ");
  return (
    <div class="choice">
      <input
        class="ds-input"
        type={type}
        id={id}
        name={name}
        value={option.value}
        checked={checked}
        required={required}
        disabled={option.disabled}
        aria-describedby={described === "" ? undefined : described}
        aria-invalid={invalid ? "true" : undefined}
      />
      <label for={id}>{option.label}</label>
      <FieldHint id={id}>{option.hint}</FieldHint>
    </div>
  );
}

type GroupProps = FieldProps & { options: readonly Option[]; type: "radio" | "checkbox"; chosen: readonly string[] };

function Group(props: GroupProps): JSX.Element {
  const wiring = useFieldWiring(props);
  return (
    <fieldset class="ds-fieldset choices" aria-describedby={wiring.describedBy} disabled={props.disabled}>
      <legend class="ds-label">
        {props.label} {props.mark !== false && <RequiredMark required={props.required} />}
      </legend>
      <FieldHint id={wiring.id}>{props.hint}</FieldHint>
      {props.options.map((option, index) => (
        <Box
          type={props.type}
          id={index === 0 ? wiring.id : `${wiring.id}-${index + 1}`}
          name={props.name}
          option={option}
          checked={props.chosen.includes(option.value)}
          required={props.type === "radio" ? props.required : undefined}
          invalid={wiring.error !== undefined}
        />
      ))}
      <FieldErrorText id={wiring.id} message={wiring.error} />
    </fieldset>
  );
}

export type RadioGroupProps = FieldProps & { options: readonly Option[]; value?: string | undefined };

export function RadioGroup({ value, ...props }: RadioGroupProps): JSX.Element {
  const chosen = useTyped(props.name, value);
  return <Group {...props} type="radio" chosen={chosen === undefined ? [] : [chosen]} />;
}

export type CheckboxGroupProps = FieldProps & { options: readonly Option[]; values?: readonly string[] | undefined };

export function CheckboxGroup({ values, ...props }: CheckboxGroupProps): JSX.Element {
  return <Group {...props} type="checkbox" chosen={useTypedList(props.name, values ?? [])} />;
}

export type CheckboxProps = FieldProps & { checked?: boolean | undefined; value?: string | undefined };

/** One box, one yes. Sends `value` (« oui » unless said otherwise) when checked. */
export function Checkbox(props: CheckboxProps): JSX.Element {
  const wiring = useFieldWiring({ ...props, hint: undefined });
  const value = props.value ?? "oui";
  const checked = useTypedList(props.name, props.checked ? [value] : []).includes(value);
  const option: Option = { value, label: "", hint: undefined, disabled: props.disabled };
  const described = [props.hint ? `${wiring.id}-aide` : undefined, wiring.describedBy].filter((part) => part !== undefined).join(" ");
  return (
    <div class="ds-field" data-invalid={wiring.error ? "true" : undefined}>
      <div class="choice">
        <input
          class="ds-input"
          type="checkbox"
          id={wiring.id}
          name={props.name}
          value={option.value}
          checked={checked}
          required={props.required}
          disabled={props.disabled}
          aria-describedby={described === "" ? undefined : described}
          aria-invalid={wiring.error ? "true" : undefined}
        />
        <label for={wiring.id}>
          {props.label} {props.required && <RequiredMark required />}
        </label>
        <FieldHint id={wiring.id}>{props.hint}</FieldHint>
      </div>
      <FieldErrorText id={wiring.id} message={wiring.error} />
    </div>
  );
}
