import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { FileField } from "#src/platform/ui/file-field.tsx";
import { Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import type { FieldError } from "#src/platform/ui/form-context.tsx";
import { Stack } from "#src/platform/ui/layout.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { DataTable } from "#src/platform/ui/table.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { COLUMNS } from "../domain/import-line.ts";
import { importTexts } from "./import-texts.ts";
import { inventoryTexts } from "./texts.ts";

export type SendPageProps = { readonly language: Language; readonly formKey: string; readonly errors?: readonly FieldError[] | undefined };

export function SendPage({ language, formKey, errors }: SendPageProps): JSX.Element {
  const t = importTexts(language);
  const { columns } = inventoryTexts(language);
  return (
    <Stack>
      <Title title={t.title} lead={t.lead} />
      <Form action="/parc/import" multipart idempotencyKey={formKey} errors={errors}>
        <FileField name="fichier" label={t.file} hint={t.fileHint} required accept={[".csv", ".tsv", ".txt"]} />
        <Actions>
          <SubmitButton>{t.send}</SubmitButton>
          <ButtonLink href="/parc">{t.cancel}</ButtonLink>
        </Actions>
      </Form>
      <Sheet title={t.columnsTitle} intro={t.columnsIntro} aside={<Link href="/parc/import/modele.csv">{t.model}</Link>}>
        <DataTable
          caption={t.columnsCaption}
          columns={[
            { key: "colonne", label: t.column, render: (column) => columns[column] },
            { key: "sens", label: t.meaning, render: (column) => t.meanings[column] },
          ]}
          rows={COLUMNS}
        />
      </Sheet>
    </Stack>
  );
}
