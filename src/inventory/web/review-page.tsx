import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Language } from "#src/kernel/language.ts";
import { ConfirmDialog } from "#src/platform/ui/dialog.tsx";
import { ActionForm, Actions } from "#src/platform/ui/form.tsx";
import { formatDateTime, formatList, formatNumber } from "#src/platform/ui/format.ts";
import { Stack } from "#src/platform/ui/layout.tsx";
import { ButtonLink, Link } from "#src/platform/ui/link.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { Pagination } from "#src/platform/ui/pagination.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { DataTable } from "#src/platform/ui/table.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { ImportReport, InstallationImport, Undone } from "../db/imports.ts";
import type { RefusedLine } from "../domain/import-line.ts";
import type { ReadyLine } from "../domain/judge-lines.ts";
import type { Review } from "../usecases/review-import.ts";
import { FreedomTag, StateTag } from "./facts.tsx";
import { importTexts } from "./import-texts.ts";
import { refusalInWords } from "./refusal-words.ts";
import { inventoryTexts } from "./texts.ts";

const READY_SHOWN = 50;
const REFUSED_SHOWN = 100;

/** Before: what would be created. After: what was. */
export function ReviewPage({ language, review, page }: { language: Language; review: Review; page: number }): JSX.Element {
  const { file, judged } = review;
  if (file.report !== null) return <Report language={language} file={file} report={file.report} />;
  const t = importTexts(language);
  const count = judged.ready.length;
  const refused = judged.refused.length;
  const facts = [t.fileFact(file.fileName), ...(count > 0 ? [t.willCreate(count)] : []), ...(refused > 0 ? [t.willRefuse(refused)] : [])];
  return (
    <Stack>
      <Title title={t.reviewTitle} facts={facts} />
      {count === 0 && (
        <Notice kind="warning" title={t.willCreate(0)}>
          <p>{t.noneReady}</p>
        </Notice>
      )}
      <Actions>
        {count > 0 && <ActionForm action={`/parc/import/${file.id}/confirmer`}>{t.confirm(count)}</ActionForm>}
        <ButtonLink href={`/parc/import/${file.id}/colonnes`}>{t.matchChange}</ButtonLink>
        <ActionForm action={`/parc/import/${file.id}/abandonner`} variant="secondary">
          {t.giveUp}
        </ActionForm>
      </Actions>
      <RefusedLines language={language} id={file.id} lines={judged.refused} intro={count > 0 ? t.refusedIntro : t.refusedAll} />
      {count > 0 && <ReadyLines language={language} id={file.id} review={review} page={page} />}
    </Stack>
  );
}

function Report({ language, file, report }: { language: Language; file: InstallationImport; report: ImportReport }): JSX.Element {
  const t = importTexts(language);
  const { undone } = report;
  const facts: Child[] = [
    t.fileFact(file.fileName),
    ...(file.importedAt === null ? [] : [t.importedOn(formatDateTime(file.importedAt, language))]),
  ];
  return (
    <Stack>
      <Title
        title={undone === undefined ? t.reportTitle : t.undoneTitle}
        lead={undone === undefined ? t.created(report.created) : undefined}
        facts={facts}
      />
      {undone !== undefined && <UndoneNotice language={language} undone={undone} />}
      <Actions>
        <ButtonLink href="/parc" variant="primary">
          {t.seeInventory}
        </ButtonLink>
        <ButtonLink href="/parc/import">{t.sendAnother}</ButtonLink>
        {undone === undefined && report.created > 0 && (
          <ConfirmDialog label={t.undo} title={t.undo}>
            <p>{t.undoExplain(report.created)}</p>
            <ActionForm action={`/parc/import/${file.id}/annuler`} variant="danger">
              {t.undo}
            </ActionForm>
          </ConfirmDialog>
        )}
      </Actions>
      <RefusedLines language={language} id={file.id} lines={report.refused} intro={t.refusedKept} />
    </Stack>
  );
}

const KEPT_SHOWN = 100;

function UndoneNotice({ language, undone: { removed, kept } }: { language: Language; undone: Undone }): JSX.Element {
  const t = importTexts(language);
  return (
    <Notice kind={kept.length === 0 ? "success" : "warning"} title={t.undone(removed)}>
      {kept.length > 0 && (
        <>
          <p>{t.undoneKept}</p>
          <ul>
            {kept.slice(0, KEPT_SHOWN).map(({ id, name }) => (
              <li>
                <Link href={`/parc/${id}`}>{name}</Link>
              </li>
            ))}
          </ul>
          {kept.length > KEPT_SHOWN && <p>{t.undoneKeptMore(kept.length - KEPT_SHOWN)}</p>}
        </>
      )}
    </Notice>
  );
}

type RefusedProps = { readonly language: Language; readonly id: string; readonly lines: readonly RefusedLine[]; readonly intro: string };

function RefusedLines({ language, id, lines, intro }: RefusedProps): JSX.Element | null {
  const t = importTexts(language);
  if (lines.length === 0) return null;
  return (
    <Sheet
      title={`${t.refusedTitle} (${formatNumber(lines.length, language)})`}
      intro={intro}
      aside={<Link href={`/parc/import/${id}/rapport.csv`}>{t.report}</Link>}
    >
      <DataTable
        caption={t.refusedCaption}
        columns={[
          { key: "ligne", label: t.line, numbered: true, render: ({ line }) => formatNumber(line, language) },
          {
            key: "raisons",
            label: t.reasons,
            render: ({ refusals }) => refusals.map((refusal) => <div>{refusalInWords(refusal, language)}</div>),
          },
          { key: "texte", label: t.text, render: ({ text }) => <span class="soft small kept-lines">{text}</span> },
        ]}
        rows={lines.slice(0, REFUSED_SHOWN)}
      />
      {lines.length > REFUSED_SHOWN && <p class="soft">{t.more(lines.length - REFUSED_SHOWN)}</p>}
    </Sheet>
  );
}

function ReadyLines({
  language,
  id,
  review: { judged, departments },
  page,
}: {
  language: Language;
  id: string;
  review: Review;
  page: number;
}): JSX.Element {
  const t = importTexts(language);
  const texts = inventoryTexts(language);
  const names = new Map(departments.map((department) => [department.id, department.name]));
  const pages = Math.ceil(judged.ready.length / READY_SHOWN);
  const current = Math.min(page, pages);
  const unknown = <span class="soft">{texts.list.unknown}</span>;
  const served = ({ departmentIds }: ReadyLine): Child =>
    departmentIds.length === 0
      ? unknown
      : formatList(
          departmentIds.map((each) => names.get(each) ?? ""),
          language,
        );
  return (
    <Sheet title={`${t.readyTitle} (${formatNumber(judged.ready.length, language)})`}>
      <DataTable
        caption={t.readyCaption}
        columns={[
          { key: "nom", label: texts.columns.name, rowHeader: true, render: ({ draft }) => draft.name },
          { key: "ligne", label: t.line, render: ({ line }) => formatNumber(line, language) },
          { key: "etat", label: texts.columns.state, render: ({ draft }) => <StateTag state={draft.state} language={language} /> },
          { key: "licence", label: texts.list.freedom, render: ({ draft }) => <FreedomTag free={draft.free} language={language} /> },
          { key: "services", label: texts.columns.departments, render: served },
          {
            key: "utilisateurs",
            label: texts.columns.users,
            align: "end",
            render: ({ draft }) => (draft.users === null ? unknown : formatNumber(draft.users, language)),
          },
        ]}
        rows={judged.ready.slice((current - 1) * READY_SHOWN, current * READY_SHOWN)}
      />
      <Pagination page={current} pages={pages} hrefOf={(each) => `/parc/import/${id}?page=${each}`} />
    </Sheet>
  );
}
