import type { JSX } from "hono/jsx/jsx-runtime";
import { z } from "zod";
import type { LocalDate } from "#src/kernel/dates.ts";
import type { Deps } from "#src/platform/deps.ts";
import { field } from "#src/platform/http/form.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { RadioGroup } from "#src/platform/ui/choice-field.tsx";
import { DateField, TextArea, TextField } from "#src/platform/ui/field.tsx";
import { FieldRow, SubmitButton } from "#src/platform/ui/form.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { studyOf } from "../domain/evidence.ts";
import type { Study } from "../domain/examination.ts";
import { recordStudy } from "../usecases/record-study.ts";
import { CostFields } from "./cost-fields.tsx";
import { EntryForm } from "./entry-form.tsx";
import { type EntryPage, type EntryPageProps, entryRoute } from "./entry-routes.tsx";
import { costAsTyped, costFields, costIssues, costOf, type ExaminationFields, licenceIssues } from "./examination-form.ts";
import { gateTexts } from "./gate-texts.ts";

/** Gate 4: the feasibility study. */
export function studyRoutes(routes: Routes, deps: Deps): void {
  entryRoute(routes, deps, "/demandes/:id/etude", "review-requests", study);
}

const study: EntryPage<ExaminationFields> = {
  title: ({ language }) => gateTexts(language).studyTitle,
  schema: studySchema(),
  check: (value, view) => [
    ...costIssues(value),
    ...(value.licence == null ? [] : licenceIssues(value.licence)),
    ...(studyOf(view.request) !== undefined && value.pourquoi === null ? [{ field: "pourquoi", code: "needs-why" }] : []),
  ],
  body: (props) => <StudyForm {...props} />,
  run: ({ deps, agent, input, value }) => recordStudy(deps, agent, { ...input, study: studyFrom(value), why: textOf(value.pourquoi) }),
  done: ({ language }) => ({ flash: gateTexts(language).studySaved }),
};

function StudyForm({ view, language, state }: EntryPageProps): JSX.Element {
  const t = gateTexts(language);
  const known = studyOf(view.request)?.content.study;
  const conclusions = [
    { value: "oui", label: t.feasible },
    { value: "non", label: t.notFeasible },
  ];
  return (
    <Sheet intro={t.studyLead}>
      <EntryForm
        view={view}
        state={state}
        language={language}
        action={`/demandes/${view.request.id}/etude`}
        stored={known === undefined ? {} : studyAsTyped(known)}
        corrects={known !== undefined}
        actions={<SubmitButton>{t.saveStudy}</SubmitButton>}
      >
        <RadioGroup name="faisable" label={t.studySays} required options={conclusions} />
        <TextArea name="resume" label={t.studySummary} hint={t.reasonLong} required rows={5} maxLength={4000} />
        <CostFields language={language} />
        <DateField name="pret" label={t.readyOn} />
        <FieldRow>
          <TextField name="poste1" label={t.maintainer(1)} hint={t.maintainerHint} maxLength={120} />
          <TextField name="poste2" label={t.maintainer(2)} hint={t.maintainerHint} maxLength={120} />
        </FieldRow>
        <FieldRow>
          <TextField name="licence" label={t.studyLicence} hint={t.licenceHint} maxLength={100} />
          <TextField name="depot" type="url" label={t.repository} maxLength={500} />
        </FieldRow>
      </EntryForm>
    </Sheet>
  );
}

function studySchema(): z.ZodType<ExaminationFields> {
  return z.object({
    faisable: field.choice(["oui", "non"]),
    resume: field.text(4000),
    ...costFields(),
    pret: field.optionalDay(),
    poste1: field.optionalLine(120),
    poste2: field.optionalLine(120),
    licence: field.optionalLine(100),
    depot: field.optionalWeb(),
    pourquoi: field.optionalText(1000),
  }) as unknown as z.ZodType<ExaminationFields>;
}

function studyFrom(value: ExaminationFields): Study {
  return {
    feasible: value.faisable === "oui",
    summary: String(value.resume),
    cost: costOf(value),
    readyOn: value.pret as LocalDate | null,
    maintainers: [value.poste1, value.poste2].flatMap((post) => (post == null ? [] : [String(post)])),
    licence: textOf(value.licence),
    repository: textOf(value.depot),
  };
}

function textOf(value: string | number | null | undefined): string | null {
  return value == null ? null : String(value);
}

function studyAsTyped(study: Study): Readonly<Record<string, string>> {
  return {
    faisable: study.feasible ? "oui" : "non",
    resume: study.summary,
    ...costAsTyped(study.cost),
    pret: study.readyOn ?? "",
    poste1: study.maintainers[0] ?? "",
    poste2: study.maintainers[1] ?? "",
    licence: study.licence ?? "",
    depot: study.repository ?? "",
  };
}
