import type { JSX } from "hono/jsx/jsx-runtime";
import { dayOf } from "#src/kernel/dates.ts";
import type { Language } from "#src/kernel/language.ts";
import { Details } from "#src/platform/ui/details.tsx";
import { ConfirmDialog } from "#src/platform/ui/dialog.tsx";
import { FileField } from "#src/platform/ui/file-field.tsx";
import { ActionForm, Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import { formatDate, formatNumber } from "#src/platform/ui/format.ts";
import { Link } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import type { ContractDocument } from "../db/documents.ts";
import { ACCEPTED_EXTENSIONS } from "../domain/documents.ts";
import { LIST_PATH } from "./listing.ts";
import { pageTexts } from "./page-texts.ts";

export type RefusedDocuments = { readonly message: string };

type Props = {
  readonly language: Language;
  readonly contract: { readonly id: string };
  readonly documents: readonly ContractDocument[];
  readonly manages: boolean;
  readonly formKey: string;
  readonly refusedDocuments?: RefusedDocuments | undefined;
};

export function Documents(props: Props): JSX.Element {
  const { language, contract, documents, manages } = props;
  const { document: t, documents: title } = pageTexts(language);
  const path = `${LIST_PATH}/${contract.id}/fichiers`;
  return (
    <Sheet title={title} id="documents">
      {documents.length === 0 ? (
        <p class="soft">{t.none}</p>
      ) : (
        <ul>
          {documents.map(({ id, fileName, size, addedAt }) => (
            <li>
              <Link href={`${path}/${id}`} download>
                {fileName}
              </Link>{" "}
              <span class="soft small">{`${weight(size, language)}, ${t.on(formatDate(dayOf(addedAt), language))}`}</span>
              {manages && (
                <ConfirmDialog label={t.remove} title={t.removeTitle} variant="tertiary">
                  <p>{t.removeText(fileName)}</p>
                  <ActionForm action={`${path}/${id}/retrait`} variant="danger" context={fileName}>
                    {t.remove}
                  </ActionForm>
                </ConfirmDialog>
              )}
            </li>
          ))}
        </ul>
      )}
      {manages && <AddDocuments {...props} />}
    </Sheet>
  );
}

function AddDocuments({ language, contract, formKey, refusedDocuments }: Props): JSX.Element {
  const { document: t } = pageTexts(language);
  const errors = refusedDocuments === undefined ? [] : [{ field: "fichiers", message: refusedDocuments.message }];
  return (
    <Details summary={t.add} open={refusedDocuments !== undefined}>
      <Form action={`${LIST_PATH}/${contract.id}/fichiers`} multipart idempotencyKey={formKey} errors={errors} label={t.add}>
        <FileField
          name="fichiers"
          label={t.files}
          hint={t.filesHint}
          multiple
          required
          accept={ACCEPTED_EXTENSIONS.map((extension) => `.${extension}`)}
        />
        <Actions>
          <SubmitButton variant="secondary">{t.submit}</SubmitButton>
        </Actions>
      </Form>
    </Details>
  );
}

/** « 240 ko », « 1,2 Mo ». */
function weight(bytes: number, language: Language): string {
  const units = language === "fr" ? ["ko", "Mo"] : ["kB", "MB"];
  const [size, unit] = bytes < 1_000_000 ? [Math.ceil(bytes / 1_000), units[0]] : [Math.round(bytes / 100_000) / 10, units[1]];
  return `${formatNumber(size, language)}\u202f${unit}`;
}
