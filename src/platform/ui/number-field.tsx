import type { JSX } from "hono/jsx/jsx-runtime";
import type { InputProps } from "./field.tsx";
import { FieldFrame, type FieldWiring, useFieldWiring } from "./field-frame.tsx";
import { useTyped } from "./form-context.tsx";
import { useLanguage, useUiTexts } from "./language.tsx";
import { eurosAsTyped } from "./typed-values.ts";

type AffixedProps = {
  field: InputProps;
  wiring: FieldWiring;
  value: string | undefined;
  inputmode: "numeric" | "decimal";
  unit: string | undefined;
};

function AffixedInput({ field, wiring, value, inputmode, unit }: AffixedProps): JSX.Element {
  const unitId = `${wiring.id}-unite`;
  const describedBy = [unit ? unitId : undefined, wiring.describedBy].filter((part) => part !== undefined).join(" ");
  return (
    <div class="field-affixes">
      <input
        class="ds-input num"
        type="text"
        inputmode={inputmode}
        id={wiring.id}
        name={field.name}
        value={value}
        required={field.required}
        disabled={field.disabled}
        autocomplete={field.autocomplete ?? "off"}
        aria-describedby={describedBy === "" ? undefined : describedBy}
        aria-invalid={wiring.error ? "true" : undefined}
      />
      {unit && (
        <span class="field-affix" id={unitId}>
          {unit}
        </span>
      )}
    </div>
  );
}

export type NumberFieldProps = Omit<InputProps, "value"> & {
  value?: number | string | undefined;
  unit?: string | undefined;
  decimal?: boolean | undefined;
};

/** A number typed as text (spinners and scrolling change numbers by accident); read it with `parseInteger`. */
export function NumberField({ value, unit, decimal, ...field }: NumberFieldProps): JSX.Element {
  const wiring = useFieldWiring(field);
  const typed = useTyped(field.name, value === undefined ? undefined : String(value));
  return (
    <FieldFrame field={field} wiring={wiring} narrow>
      <AffixedInput field={field} wiring={wiring} value={typed} inputmode={decimal ? "decimal" : "numeric"} unit={unit} />
    </FieldFrame>
  );
}

export type MoneyFieldProps = Omit<InputProps, "value"> & { cents?: number | undefined; unit?: string | undefined };

/** An amount typed in euros, excluding tax unless `unit` says otherwise; read it with `parseEuros`. */
export function MoneyField({ cents, unit, ...field }: MoneyFieldProps): JSX.Element {
  const t = useUiTexts();
  const mark = useLanguage() === "fr" ? "," : ".";
  const wiring = useFieldWiring(field);
  const typed = useTyped(field.name, cents === undefined ? undefined : eurosAsTyped(cents, mark));
  return (
    <FieldFrame field={field} wiring={wiring} narrow>
      <AffixedInput field={field} wiring={wiring} value={typed} inputmode="decimal" unit={unit ?? t.exTax} />
    </FieldFrame>
  );
}
