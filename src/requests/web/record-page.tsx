import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { DocumentView } from "#src/platform/documents/document-view.tsx";
import { Arcade } from "#src/platform/ui/arcade.tsx";
import { formatDate } from "#src/platform/ui/format.ts";
import { Stack } from "#src/platform/ui/layout.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { RecordedGate } from "../domain/record.ts";
import { SCHEMA_PATH } from "./decision-record-schema.ts";
import { documentOf, type PublishedRecord, RECORD_FORMATS } from "./record-file.ts";
import { recordPageTexts } from "./record-page-texts.ts";
import { requestWords } from "./words.ts";

type Props = {
  published: PublishedRecord;
  language: Language;
  /** Of this page, for the files beside it. */
  path: string;
  /** Of the public version, from the internal one, where it is published. */
  publicPath?: string | undefined;
};

/** The whole record on one page: the four arches, then the document that the PDF and the ODT carry too. */
export function RecordPage({ published, language, path, publicPath }: Props): JSX.Element {
  const t = recordPageTexts(language);
  const { record } = published;
  const document = documentOf(published, language);
  const actions: Child = (
    <>
      {RECORD_FORMATS.map((format) => (
        <ButtonLink href={`${path}.${format}`} variant={format === "pdf" ? "primary" : "secondary"} size="sm">
          {t.formats[format]}
        </ButtonLink>
      ))}
      {publicPath !== undefined && (
        <ButtonLink href={publicPath} variant="tertiary" size="sm">
          {t.publicVersion}
        </ButtonLink>
      )}
    </>
  );
  return (
    <>
      <Title title={document.title} facts={[record.department, t.decidedOn(formatDate(record.decidedAt, language))]} actions={actions} />
      <Stack>
        <Arcade gates={record.gates.map((gate) => archOf(gate, language))} />
        <DocumentView document={document} />
        <Downloads path={path} language={language} />
      </Stack>
    </>
  );
}

const STATES = { retained: "kept", "ruled-out": "out", "not-reached": "later" } as const;

function archOf({ gate, outcome, concluded }: RecordedGate, language: Language): Parameters<typeof Arcade>[0]["gates"][number] {
  const words = requestWords(language);
  const conclusion = words.verdicts[outcome];
  return {
    gate,
    title: words.gates[gate].short,
    state: STATES[outcome],
    conclusion: concluded === null ? conclusion : recordPageTexts(language).gateConclusion(conclusion, formatDate(concluded.at, language)),
  };
}

function Downloads({ path, language }: { path: string; language: Language }): JSX.Element {
  const t = recordPageTexts(language);
  return (
    <div class="no-print">
      <Sheet title={t.downloads}>
        <ul>
          {RECORD_FORMATS.map((format) => (
            <li>
              <Link href={`${path}.${format}`}>{t.formats[format]}</Link> {t.formatsHint[format]}
            </li>
          ))}
        </ul>
        <p class="soft small">
          {t.schema} <Link href={SCHEMA_PATH}>{SCHEMA_PATH}</Link>
        </p>
      </Sheet>
    </div>
  );
}
