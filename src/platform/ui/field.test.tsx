import { describe, expect, it } from "vitest";
import { Checkbox, CheckboxGroup, RadioGroup, SelectField } from "./choice-field.tsx";
import { TextArea, TextField } from "./field.tsx";
import { FileField } from "./file-field.tsx";
import { FieldGroup, Form, KEY_FIELD, VERSION_FIELD } from "./form.tsx";
import { fieldId } from "./form-context.tsx";
import { MoneyField } from "./number-field.tsx";
import { htmlOf, tagWith } from "./testing.ts";

const YES_NO = [
  { value: "oui", label: "Oui" },
  { value: "non", label: "Non" },
];

describe("a field", () => {
  it("is tied to its label, its hint and its error", async () => {
    const html = await htmlOf(<TextField name="titre" label="Titre" hint="En une phrase" error="Dites-le" required />);
    const input = tagWith(html, "<input");
    expect(html).toContain(`<label class="ds-label" for="champ-titre">`);
    expect(input).toContain(`id="champ-titre"`);
    expect(input).toContain(`aria-describedby="champ-titre-aide champ-titre-erreur"`);
    expect(input).toContain(`aria-invalid="true"`);
    expect(input).toContain(`required=""`);
    expect(html).toContain(`id="champ-titre-aide"`);
    expect(html).toContain(`id="champ-titre-erreur"`);
    expect(html).toContain("(obligatoire)");
  });

  it("says nothing of errors where there are none", async () => {
    const html = await htmlOf(<TextField name="titre" label="Titre" />);
    expect(html).not.toMatch(/aria-invalid|aria-describedby|erreur/);
    expect(html).toContain("(facultatif)");
  });

  it("finds its error and what was typed by its name, in a refused form", async () => {
    const html = await htmlOf(
      <Form action="/demandes" errors={[{ field: "titre", message: "Trop court" }]} values={{ titre: "a<b", public: "non" }}>
        <TextField name="titre" label="Titre" value="ce qui est enregistré" />
        <RadioGroup name="public" label="Public" options={YES_NO} value="oui" />
      </Form>,
    );
    expect(tagWith(html, `name="titre"`)).toContain(`value="a&lt;b"`);
    expect(tagWith(html, `value="non"`)).toContain("checked");
    expect(tagWith(html, `value="oui"`)).not.toContain("checked");
    expect(html).toContain(`<a href="#champ-titre">Titre\u00a0: trop court</a>`);
    expect(html).toContain("Il y a 1 erreur dans ce formulaire");
  });

  it("is named by the summary of a refused form: no two links read alike", async () => {
    const needed = "Ce champ est nécessaire.";
    const html = await htmlOf(
      <Form
        action="/x"
        errors={[
          { field: "nom", message: needed },
          { field: "avis", message: needed },
          { field: "licence", message: "SPDX inconnu" },
          { field: "lequel", message: "Beffroi en connaît deux." },
        ]}
      >
        <FieldGroup legend="Vous">
          <TextField name="nom" label="Prénom et nom" required />
        </FieldGroup>
        <RadioGroup name="avis" label="Votre avis" options={YES_NO} required />
        <TextField name="licence" label="Licence" />
        <TextField name="lequel" label={"Est-ce celui-ci\u202f?"} />
      </Form>,
    );
    const links = [...html.matchAll(/<a href="#champ-\w+">([^<]*)<\/a>/g)].map((match) => match[1]);
    expect(links).toEqual([
      "Prénom et nom\u00a0: ce champ est nécessaire.",
      "Votre avis\u00a0: ce champ est nécessaire.",
      "Licence\u00a0: SPDX inconnu",
      "Est-ce celui-ci\u202f? Beffroi en connaît deux.",
    ]);
  });

  it("keeps a box that was unchecked unchecked, when the form comes back", async () => {
    const stored = await htmlOf(<Checkbox name="accord" label="D’accord" checked />);
    expect(tagWith(stored, "checkbox")).toContain("checked=");
    const back = await htmlOf(
      <Form action="/x" values={{ titre: "t" }}>
        <Checkbox name="accord" label="D’accord" checked />
        <CheckboxGroup name="donnees" label="Données" options={YES_NO} values={["oui"]} />
      </Form>,
    );
    expect(back).not.toContain("checked=");
  });

  it("never sends a password back", async () => {
    expect(await htmlOf(<TextField name="secret" label="Mot de passe" type="password" value="hunter2" />)).not.toContain("hunter2");
  });

  it("keeps the first line break of a long text", async () => {
    expect(await htmlOf(<TextArea name="t" label="Texte" value={"\nabc"} />)).toContain(">\n\nabc</textarea>");
  });

  it("says its limit, without forbidding to type on", async () => {
    const html = await htmlOf(<TextArea name="t" label="Texte" maxLength={2000} />);
    expect(html).toContain("caractères au plus");
    expect(tagWith(html, "<textarea")).not.toContain("maxlength");
    expect(tagWith(html, "<textarea")).toContain(`aria-describedby="${/id="([^"]*-compte)"/.exec(html)?.[1]}"`);
  });

  it("names a group by its legend, and describes it by its error", async () => {
    const html = await htmlOf(<RadioGroup name="public" label="Public" options={YES_NO} error="Choisissez" />);
    expect(html).toContain("<legend");
    expect(tagWith(html, "<fieldset")).toContain(`aria-describedby="champ-public-erreur"`);
    expect(tagWith(html, `id="champ-public"`)).toContain("<input");
  });

  it("writes cents as people type them, and the unit beside", async () => {
    const html = await htmlOf(<MoneyField name="budget" label="Budget" cents={840_050} />);
    expect(html).toContain(`value="8400,50"`);
    expect(html).toContain("€ HT");
    expect(tagWith(html, "<input")).toContain(`aria-describedby="champ-budget-unite"`);
  });

  it("offers an empty choice, and marks the chosen one", async () => {
    const html = await htmlOf(<SelectField name="s" label="S" options={YES_NO} value="non" />);
    expect(html).toContain(`<option value="">Choisir…</option>`);
    expect(tagWith(html, `value="non"`)).toContain("selected");
  });

  it("says which files are taken", async () => {
    expect(await htmlOf(<FileField name="f" label="Fichier" accept={[".csv", ".ods"]} />)).toContain(".csv, .ods");
  });
});

describe("a form", () => {
  it("carries its version and its key", async () => {
    const html = await htmlOf(<Form action="/x" version={4} idempotencyKey="abc" />);
    expect(tagWith(html, `name="${VERSION_FIELD}"`)).toContain(`value="4"`);
    expect(tagWith(html, `name="${KEY_FIELD}"`)).toContain(`value="abc"`);
  });

  it("is never sent to a script", async () => {
    expect(await htmlOf(<Form action="/x" />)).toContain(`action="/x"`);
    expect(await htmlOf(<Form action="javascript:alert(1)" />)).not.toContain("action=");
  });
});

it("makes ids that a link can reach", () => {
  expect(fieldId("exigences[0].texte é")).toBe("champ-exigences-0--texte-é");
});
