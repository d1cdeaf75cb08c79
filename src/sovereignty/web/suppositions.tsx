import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { type Option, SelectField } from "#src/platform/ui/choice-field.tsx";
import { DateField, Hidden } from "#src/platform/ui/field.tsx";
import { Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import type { FieldError } from "#src/platform/ui/form-context.tsx";
import { Grid } from "#src/platform/ui/layout.tsx";
import { NumberField } from "#src/platform/ui/number-field.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { EVENT_KINDS, type EventKind } from "../domain/event.ts";
import type { Choices } from "../usecases/read-choices.ts";
import { type Asked, KIND_WORDS, OUR_PREMISES, WHAT_IF_PATH } from "./what-if-query.ts";
import { whatIfTexts } from "./what-if-texts.ts";

export type SuppositionsProps = {
  readonly language: Language;
  readonly choices: Choices;
  readonly asked: Asked;
  /** Of the heading of each. */
  readonly level?: 2 | 3;
  /** The supposition that was made wrongly, and what is wrong with it. */
  readonly faulty?: { readonly supposed: EventKind; readonly errors: readonly FieldError[] } | undefined;
};

/** One small form for each thing that may happen: each asks for what it needs alone, without a script. */
export function Suppositions(props: SuppositionsProps): JSX.Element {
  return (
    <Grid>
      {EVENT_KINDS.map((kind) => (
        <Supposition kind={kind} {...props} />
      ))}
    </Grid>
  );
}

function Supposition({ kind, ...props }: SuppositionsProps & { kind: EventKind }): JSX.Element {
  const { language, asked, faulty } = props;
  const t = whatIfTexts(language);
  const mine = asked.quoi === KIND_WORDS[kind];
  const values = mine ? Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, [value ?? ""]])) : undefined;
  const { fields, none } = fieldsOf(kind, props, faulty?.supposed === kind);
  return (
    <Sheet title={t.kinds[kind]} level={props.level}>
      {none === undefined ? (
        <Form
          action={WHAT_IF_PATH}
          method="get"
          label={t.kinds[kind]}
          values={values}
          errors={faulty?.supposed === kind ? faulty.errors : undefined}
        >
          <Hidden name="quoi" value={KIND_WORDS[kind]} />
          {fields}
          <Actions>
            <SubmitButton variant="secondary" context={t.kinds[kind]}>
              {t.see}
            </SubmitButton>
          </Actions>
        </Form>
      ) : (
        <p class="soft">{none}</p>
      )}
    </Sheet>
  );
}

/** What one supposition asks for; `none`: why it cannot be made. */
function fieldsOf(
  kind: EventKind,
  { language, choices }: SuppositionsProps,
  isFaulty: boolean,
): { readonly fields?: Child; readonly none?: string } {
  const t = whatIfTexts(language);
  // Several forms ask for a supplier: the one at fault keeps the usual identifiers, to which its summary of errors leads.
  const idOf = (name: string): string | undefined => (isFaulty ? undefined : `${KIND_WORDS[kind]}-${name}`);
  const select = (name: string, label: string, options: readonly Option[]): Child => (
    <SelectField id={idOf(name)} name={name} label={label} options={options} mark={false} />
  );
  switch (kind) {
    case "supplier-closes":
    case "price-rises": {
      if (choices.suppliers.length === 0) return { none: t.none.suppliers };
      const options = choices.suppliers.map(({ value, supplierName }) => ({ value, label: supplierName }));
      const supplier = select("fournisseur", t.fields.supplier, options);
      if (kind === "supplier-closes") return { fields: supplier };
      const percent = <NumberField id={idOf("taux")} name="taux" label={t.fields.percent} decimal mark={false} unit="%" />;
      return { fields: [supplier, percent] };
    }
    case "software-ends":
    case "licence-changes": {
      if (choices.software.length === 0) return { none: t.none.software };
      const options = choices.software.map(({ slug, name }) => ({ value: slug, label: name }));
      const software = select("logiciel", t.fields.software, options);
      if (kind === "licence-changes") return { fields: software };
      return { fields: [software, <DateField id={idOf("le")} name="le" label={t.fields.on} mark={false} />] };
    }
    case "person-leaves":
      if (choices.people.length === 0) return { none: t.none.people };
      return {
        fields: select(
          "personne",
          t.fields.person,
          choices.people.map(({ id, name }) => ({ value: id, label: name })),
        ),
      };
    case "host-is-lost": {
      const hosts = choices.hosts.map((name) => ({ value: name, label: name }));
      return { fields: select("lieu", t.fields.host, [{ value: OUR_PREMISES, label: t.fields.ourPremises }, ...hosts]) };
    }
  }
}
