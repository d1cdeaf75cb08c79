import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { Department } from "#src/authorities/public.ts";
import type { InstallationMatch } from "#src/inventory/public.ts";
import type { Language } from "#src/kernel/language.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import type { FormIssue, FormValues } from "#src/platform/http/form.ts";
import { show, valuesOf } from "#src/platform/http/show.tsx";
import { messagesOf } from "#src/platform/http/texts.ts";
import { RadioGroup } from "#src/platform/ui/choice-field.tsx";
import { ConfirmDialog } from "#src/platform/ui/dialog.tsx";
import { ActionForm, Actions, Form, SubmitButton } from "#src/platform/ui/form.tsx";
import { LanguageProvider } from "#src/platform/ui/language.tsx";
import { Narrow, Stack } from "#src/platform/ui/layout.tsx";
import { ButtonLink } from "#src/platform/ui/link.tsx";
import { LiveMatches } from "#src/platform/ui/live-matches.tsx";
import { Notice } from "#src/platform/ui/notice.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { Title } from "#src/platform/ui/title.tsx";
import type { Draft } from "../db/drafts.ts";
import { formTexts } from "./form-texts.ts";
import { FirstFields, NextFields } from "./need-fields.tsx";
import { requestTexts } from "./texts.ts";

/** What the buttons of the last step ask for, other than to submit. */
export const AFTERWARDS = { back: "precedente", later: "plus-tard" } as const;

type Step = { readonly form: FormValues; readonly issues: readonly FormIssue[] };

export function showFirstStep(
  c: AppContext,
  { departments, form, issues, id, status }: Step & { departments: readonly Department[]; id: string; status?: 200 | 422 },
): Promise<Response> {
  const language = c.get("language");
  const t = requestTexts(language);
  return showStep(
    c,
    1,
    status ?? (issues.length > 0 ? 422 : 200),
    <Sheet title={t.steps[0]}>
      <Form action="/demandes/nouvelle" errors={said(issues, language)} values={valuesOf(form)} idempotencyKey={id}>
        <FirstFields language={language} departments={departments} />
        <LiveMatches src="/demandes/nouvelle/correspondances" name="besoin" />
        <Actions>
          <SubmitButton>{t.continue}</SubmitButton>
        </Actions>
      </Form>
    </Sheet>,
  );
}

export function showExistingStep(
  c: AppContext,
  { draft, matches, issues }: Step & { draft: Draft; matches: readonly InstallationMatch[] },
): Promise<Response> {
  const language = c.get("language");
  const t = requestTexts(language);
  const options = [
    ...matches.map((match) => ({ value: match.id as string, label: match.name, hint: matchDetail(match, language) })),
    { value: "aucun", label: t.fitsNone, hint: t.fitsNoneHint },
  ];
  return showStep(
    c,
    2,
    issues.length > 0 ? 422 : 200,
    <Sheet title={t.matchesTitle} intro={matches.length > 0 ? t.matchesLead : undefined}>
      {matches.length === 0 && (
        <Notice>
          <p>{t.noMatch}</p>
        </Notice>
      )}
      <Form action={`/demandes/brouillons/${draft.id}/existant`} errors={said(issues, language)}>
        {matches.length > 0 ? (
          <RadioGroup name="convient" label={t.fits} options={options} required />
        ) : (
          <input type="hidden" name="convient" value="aucun" />
        )}
        <Actions>
          <SubmitButton>{t.continue}</SubmitButton>
          <ButtonLink href={`/demandes/brouillons/${draft.id}`} variant="tertiary">
            {t.back}
          </ButtonLink>
        </Actions>
      </Form>
      <Discard draft={draft} language={language} />
    </Sheet>,
  );
}

export function showRequirementsStep(c: AppContext, { draft, form, issues }: Step & { draft: Draft }): Promise<Response> {
  const language = c.get("language");
  const t = requestTexts(language);
  return showStep(
    c,
    3,
    issues.length > 0 ? 422 : 200,
    <Sheet title={t.steps[2]}>
      <Form action={`/demandes/brouillons/${draft.id}/exigences`} errors={said(issues, language)} values={valuesOf(form)}>
        <NextFields language={language} />
        <Actions>
          <SubmitButton>{t.submit}</SubmitButton>
          <SubmitButton variant="secondary" name="suite" value={AFTERWARDS.later}>
            {t.later}
          </SubmitButton>
          <SubmitButton variant="tertiary" name="suite" value={AFTERWARDS.back}>
            {t.back}
          </SubmitButton>
        </Actions>
      </Form>
      <Discard draft={draft} language={language} />
    </Sheet>,
  );
}

/** The fragment shown while typing: what is in service already and looks like it. Empty while there is nothing to say. */
export function matchesFragment(c: AppContext, matches: readonly InstallationMatch[]): Response | Promise<Response> {
  const language = c.get("language");
  const t = requestTexts(language);
  if (matches.length === 0) return c.html("");
  return c.html(
    <LanguageProvider language={language}>
      <p>
        <strong>{t.matchesLive}</strong>
      </p>
      <ul>
        {matches.map((match) => (
          <li>
            {match.name} <span class="soft small">{matchDetail(match, language)}</span>
          </li>
        ))}
      </ul>
    </LanguageProvider>,
  );
}

function matchDetail({ departments, users, purpose }: InstallationMatch, language: Language): string {
  const t = requestTexts(language);
  const facts = [purpose.replace(/\.$/, ""), departments.map(({ name }) => name).join(", "), users === null ? "" : t.usedBy(users)];
  return facts.filter((fact) => fact !== "").join(" · ");
}

function showStep(c: AppContext, step: number, status: 200 | 422, content: Child): Promise<Response> {
  const t = requestTexts(c.get("language"));
  const breadcrumbs = [{ label: t.requests, href: "/demandes" }, { label: t.newTitle }];
  return show(
    c,
    { title: `${t.newTitle}, ${t.step(step, 3)}`, breadcrumbs, status },
    <Narrow>
      <Title title={t.newTitle} lead={t.newLead} facts={[t.step(step, 3)]} />
      <Stack>{content}</Stack>
    </Narrow>,
  );
}

/** Asks again: what was typed cannot be had back. */
function Discard({ draft, language }: { draft: Draft; language: Language }): JSX.Element {
  const t = requestTexts(language);
  return (
    <ConfirmDialog label={t.deleteDraft} title={t.deleteDraftTitle} variant="tertiary">
      <p>{t.deleteDraftText}</p>
      <Actions>
        <ActionForm action={`/demandes/brouillons/${draft.id}/jeter`} variant="danger">
          {t.deleteDraft}
        </ActionForm>
      </Actions>
    </ConfirmDialog>
  );
}

function said(issues: readonly FormIssue[], language: Language): readonly { field: string; message: string }[] {
  return messagesOf(issues, language, formTexts(language).issues);
}
