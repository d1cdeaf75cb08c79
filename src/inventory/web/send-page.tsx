import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { FileField } from "#src/platform/ui/file-field.tsx";
import { Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import type { FieldError } from "#src/platform/ui/form-context.tsx";
import { formatDateTime } from "#src/platform/ui/format.ts";
import { Stack } from "#src/platform/ui/layout.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { DataTable } from "#src/platform/ui/table.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { ImportInShort } from "../db/imports.ts";
import { COLUMNS } from "../domain/import-line.ts";
import { columnTitle } from "./column-titles.ts";
import { importTexts } from "./import-texts.ts";

export type SendPageProps = {
  readonly language: Language;
  readonly formKey: string;
  readonly errors?: readonly FieldError[] | undefined;
  readonly recent: readonly ImportInShort[];
};

export function SendPage({ language, formKey, errors, recent }: SendPageProps): JSX.Element {
  const t = importTexts(language);
  return (
    <Stack>
      <Title title={t.title} lead={t.lead} />
      <Form action="/parc/import" multipart idempotencyKey={formKey} errors={errors}>
        <FileField name="fichier" label={t.file} hint={t.fileHint} required accept={[".csv", ".ods", ".tsv", ".txt"]} />
        <Actions>
          <SubmitButton>{t.send}</SubmitButton>
          <ButtonLink href="/parc">{t.cancel}</ButtonLink>
        </Actions>
      </Form>
      {recent.length > 0 && <Recent language={language} recent={recent} />}
      <Sheet title={t.columnsTitle} intro={t.columnsIntro} aside={<Link href="/parc/import/modele.csv">{t.model}</Link>}>
        <DataTable
          caption={t.columnsCaption}
          columns={[
            { key: "colonne", label: t.column, render: (column) => columnTitle(column, language) },
            { key: "sens", label: t.meaning, render: (column) => t.meanings[column] },
          ]}
          rows={COLUMNS}
        />
      </Sheet>
    </Stack>
  );
}

function Recent({ language, recent }: { language: Language; recent: readonly ImportInShort[] }): JSX.Element {
  const t = importTexts(language);
  const standing = ({ importedAt, undoneAt, created }: ImportInShort): string =>
    undoneAt !== null ? t.recentUndone : importedAt === null ? t.recentWaiting : t.created(created ?? 0);
  return (
    <Sheet title={t.recentTitle}>
      <DataTable
        caption={t.recentCaption}
        columns={[
          {
            key: "fichier",
            label: t.recentFile,
            rowHeader: true,
            render: ({ id, fileName }) => <Link href={`/parc/import/${id}`}>{fileName}</Link>,
          },
          { key: "envoi", label: t.recentSent, render: ({ sentAt }) => formatDateTime(sentAt, language) },
          { key: "etat", label: t.recentState, render: standing },
        ]}
        rows={recent}
      />
    </Sheet>
  );
}
