import type { JSX } from "hono/jsx/jsx-runtime";
import { Checkbox, CheckboxGroup, RadioGroup, SelectField } from "./choice-field.tsx";
import { DateField, TextArea, TextField } from "./field.tsx";
import { FileField } from "./file-field.tsx";
import { Actions, FieldGroup, FieldRow, Form, SubmitButton } from "./form.tsx";
import { LiveMatches } from "./live-matches.tsx";
import { MoneyField, NumberField } from "./number-field.tsx";
import { Sheet } from "./sheet.tsx";

const DEPARTMENTS = [
  { value: "dsi", label: "DSI" },
  { value: "vie", label: "Vie associative" },
];
const KINDS = [
  { value: "contact", label: "Coordonnées", hint: "Nom, adresse, téléphone" },
  { value: "sante", label: "Santé" },
];

export function FieldSamples(): JSX.Element {
  return (
    <>
      <Sheet title="Un formulaire">
        <Form action="/_ui" label="Formulaire d’exemple" version={3} idempotencyKey="exemple" multipart>
          <TextField
            name="titre"
            label="Que faut-il pouvoir faire"
            hint="En une phrase, sans nommer de produit."
            required
            autocomplete="off"
          />
          <LiveMatches src="/_ui/semblables" name="titre" />
          <TextArea name="detail" label="Racontez" maxLength={2000} spellcheck />
          <FieldRow>
            <DateField name="pour" label="Pour quand" />
            <NumberField name="usagers" label="Combien de personnes" unit="personnes" value={14} />
            <MoneyField name="budget" label="Budget" cents={1_200_000} />
          </FieldRow>
          <FieldGroup legend="Le service">
            <SelectField name="service" label="Service" options={DEPARTMENTS} value="vie" required />
            <SelectField name="site" label="Site" options={[{ label: "Centre", options: DEPARTMENTS }]} disabled />
            <RadioGroup
              name="public"
              label="Ouvert au public"
              options={[
                { value: "oui", label: "Oui" },
                { value: "non", label: "Non" },
              ]}
              value="non"
              required
            />
            <CheckboxGroup name="donnees" label="Données personnelles" options={KINDS} values={["contact"]} />
            <Checkbox name="accord" label="J’ai prévenu mon service" required hint="Une seule fois suffit." />
          </FieldGroup>
          <FileField name="piece" label="Un document" accept={[".odt", ".pdf"]} />
          <Actions>
            <SubmitButton>Déposer le besoin</SubmitButton>
            <SubmitButton variant="secondary">Garder pour plus tard</SubmitButton>
            <SubmitButton variant="tertiary">Relire</SubmitButton>
            <SubmitButton variant="danger">Retirer</SubmitButton>
            <SubmitButton disabled>Indisponible</SubmitButton>
          </Actions>
        </Form>
      </Sheet>
      <Sheet title="Le même, refusé">
        <Form
          action="/_ui"
          label="Formulaire refusé"
          errors={[
            { field: "e-titre", message: "Dites ce qu’il faut pouvoir faire." },
            { field: "e-budget", message: "Écrivez le budget en euros, par exemple 8 400." },
            { field: "e-choix", message: "Choisissez oui ou non." },
          ]}
          values={{ "e-titre": "", "e-budget": "beaucoup", "e-detail": "\nCe que j’avais écrit" }}
        >
          <TextField name="e-titre" label="Que faut-il pouvoir faire" required />
          <TextArea name="e-detail" label="Racontez" />
          <MoneyField name="e-budget" label="Budget" />
          <RadioGroup
            name="e-choix"
            label="Ouvert au public"
            options={[
              { value: "oui", label: "Oui" },
              { value: "non", label: "Non" },
            ]}
            required
          />
          <Checkbox name="e-accord" label="J’accepte" error="Cochez la case pour continuer." />
          <SelectField name="e-service" label="Service" options={DEPARTMENTS} error="Choisissez un service." />
        </Form>
      </Sheet>
    </>
  );
}
