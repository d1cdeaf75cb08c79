import { z } from "zod";
import { dayOf } from "#src/kernel/dates.ts";
import { ok, type Result } from "#src/kernel/result.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { notFound } from "#src/platform/http/errors.tsx";
import { field, parseForm, readForm } from "#src/platform/http/form.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { show } from "#src/platform/http/show.tsx";
import { SubmitButton } from "#src/platform/ui/form.tsx";
import { Stack, TwoColumns } from "#src/platform/ui/layout.tsx";
import { Quote } from "#src/platform/ui/quote.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import { isStructured, submittedNeedOf } from "../domain/request.ts";
import { structureNeed } from "../usecases/structure-need.ts";
import { answer, EntryForm, entryInput, type FormState } from "./entry-form.tsx";
import { gateTexts } from "./gate-texts.ts";
import { FirstFields, NextFields } from "./need-fields.tsx";
import { needAsTyped, parseNeed } from "./need-form.ts";
import { requestTexts } from "./texts.ts";
import { type RequestView, viewRequest } from "./view.ts";

const whyField = z.object({ pourquoi: field.optionalText(1000) });

/** The reviewer's structured version of the need, written beside the requester's words. */
export function needRoutes(routes: Routes, deps: Deps): void {
  routes.get("/demandes/:id/besoin", "review-requests", async (c) => {
    const view = await viewRequest(deps, agentOfRequest(c), c.req.param("id"));
    return view === undefined ? notFound(c) : showNeed(c, view, {}, 200);
  });
  routes.post("/demandes/:id/besoin", "review-requests", async (c) => {
    const agent = agentOfRequest(c);
    const view = await viewRequest(deps, agent, c.req.param("id"));
    if (view === undefined) return notFound(c);
    const form = await readForm(c);
    const need = parseNeed(form, dayOf(view.request.submittedAt), view.need.requirements);
    const why: Result<{ pourquoi: string | null }, readonly { field: string; code: string }[]> = parseForm(whyField, form);
    const issues = [...(need.ok ? [] : need.error), ...(why.ok ? [] : why.error)];
    if (why.ok && why.value.pourquoi === null && isStructured(view.request)) issues.push({ field: "pourquoi", code: "needs-why" });
    if (!need.ok || !why.ok || issues.length > 0) return showNeed(c, view, { form, issues }, 422);
    const result = await structureNeed(deps, agent, { ...entryInput(c, form), need: need.value, why: why.value.pourquoi });
    if (!result.ok && result.error.kind === "unknown-department")
      return showNeed(c, view, { form, issues: [{ field: "service", code: "unknown-choice" }] }, 422);
    return answer(c, view, form, result.ok ? ok(null) : result, showNeed, { flash: gateTexts(c.get("language")).structured });
  });
}

function showNeed(c: AppContext, view: RequestView, state: FormState, status: 200 | 409 | 422): Promise<Response> {
  const language = c.get("language");
  const t = gateTexts(language);
  const submitted = submittedNeedOf(view.request).need;
  const breadcrumbs = [
    { label: requestTexts(language).requests, href: "/demandes" },
    { label: view.request.reference, href: `/demandes/${view.request.id}` },
    { label: t.structureTitle },
  ];
  return show(
    c,
    { title: t.structureTitle, breadcrumbs, status },
    <>
      <Title title={t.structureTitle} lead={t.structureLead} facts={[view.need.title]} />
      <TwoColumns
        asideLabel={requestTexts(language).submittedTitle}
        aside={
          <Sheet title={requestTexts(language).submittedTitle}>
            <p>
              <strong>{submitted.title}</strong>
            </p>
            <Quote source={view.departmentName(submitted.departmentId)}>
              <p class="kept-lines">{submitted.words}</p>
            </Quote>
            <ul>
              {submitted.requirements.map(({ text }) => (
                <li>{text}</li>
              ))}
            </ul>
          </Sheet>
        }
      >
        <Stack>
          <Sheet>
            <EntryForm
              view={view}
              state={state}
              language={language}
              action={`/demandes/${view.request.id}/besoin`}
              stored={needAsTyped(view.need)}
              corrects={isStructured(view.request)}
              actions={<SubmitButton>{t.saveNeed}</SubmitButton>}
            >
              <FirstFields language={language} departments={view.departments} />
              <NextFields language={language} />
            </EntryForm>
          </Sheet>
        </Stack>
      </TwoColumns>
    </>,
  );
}
