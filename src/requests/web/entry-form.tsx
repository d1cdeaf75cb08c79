import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { isUuid, newId } from "#src/kernel/ids.ts";
import type { Language } from "#src/kernel/language.ts";
import type { Result } from "#src/kernel/result.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import { forbidden, notFound } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { type FormIssue, type FormValues, typed } from "#src/platform/http/form.ts";
import { keyOf } from "#src/platform/http/form-marks.ts";
import { valuesOf } from "#src/platform/http/show.tsx";
import { messagesOf } from "#src/platform/http/texts.ts";
import { TextArea } from "#src/platform/ui/field.tsx";
import { Actions, Form, KEY_FIELD, VERSION_FIELD } from "#src/platform/ui/form.tsx";
import type { TypedValues } from "#src/platform/ui/form-context.tsx";
import { formatDateTime } from "#src/platform/ui/format.ts";
import { Notice } from "#src/platform/ui/notice.tsx";
import type { Entry } from "../domain/entries.ts";
import type { Evidence } from "../domain/evidence.ts";
import type { EntryInput } from "../usecases/add-entry.ts";
import { formTexts } from "./form-texts.ts";
import type { RequestView } from "./view.ts";
import { entryTitle, evidenceSentence, requestWords } from "./words.ts";

/** What a use case of this slice may refuse: its kind, and the facts that go with some of them. */
export type AnyRefusal = {
  readonly kind: string;
  readonly missing?: readonly Evidence[];
  readonly since?: readonly Entry[];
  readonly now?: number;
};

/** A form as it comes back: what was typed, what is wrong with it, why it was refused. */
export type FormState = { readonly form?: FormValues; readonly issues?: readonly FormIssue[]; readonly refusal?: AnyRefusal };

/** What every form on a request carries: which entry it writes, and what its writer had read. */
export function entryInput(c: AppContext, form: FormValues): EntryInput {
  const seen = Number(typed(form, VERSION_FIELD));
  return {
    requestId: c.req.param("id") ?? "",
    entryId: keyOf<string>(form),
    seen: Number.isSafeInteger(seen) && seen >= 0 ? seen : 0,
  };
}

export type FormStatus = 200 | 409 | 422;
export type FormPage = (c: AppContext, view: RequestView, state: FormState, status: FormStatus) => Promise<Response>;

/** Answers a form: on to where it leads, or the same form again with what was typed and why it was refused. */
export async function answer(
  c: AppContext,
  view: RequestView,
  form: FormValues,
  result: Result<unknown, AnyRefusal>,
  page: FormPage,
  done: { readonly to?: string; readonly flash: string },
): Promise<Response> {
  if (!result.ok) return refuse(c, view, form, result.error, page);
  setFlash(c, "success", done.flash);
  return c.redirect(done.to ?? `/demandes/${view.request.id}`, 303);
}

function refuse(c: AppContext, view: RequestView, form: FormValues, refusal: AnyRefusal, page: FormPage): Promise<Response> {
  if (refusal.kind === "not-allowed") return forbidden(c);
  if (refusal.kind === "not-found") return notFound(c);
  return page(c, view, { form, refusal }, CONFLICTS.includes(refusal.kind) ? 409 : 422);
}

/** What was sent is right in itself, and comes too late or twice. */
const CONFLICTS: readonly string[] = ["stale", "out-of-order", "key-taken"];

export type EntryFormProps = {
  view: RequestView;
  state: FormState;
  language: Language;
  action: string;
  /** What the fields show while nothing was typed. */
  stored?: TypedValues;
  multipart?: boolean;
  /** An entry that this one would replace: its writer says why. */
  corrects?: boolean;
  label?: string;
  /** The buttons: after everything there is to write. */
  actions: Child;
  children?: Child;
};

/** A form that adds an entry. It knows what its writer has read, and writes once however often it is sent. */
export function EntryForm({
  view,
  state,
  language,
  action,
  stored,
  multipart,
  corrects,
  label,
  actions,
  children,
}: EntryFormProps): JSX.Element {
  const t = formTexts(language);
  const key = state.form === undefined || state.refusal?.kind === "key-taken" ? "" : typed(state.form, KEY_FIELD);
  const read = state.form === undefined || state.refusal?.kind === "stale" ? view.request.entries.length : typed(state.form, VERSION_FIELD);
  return (
    <>
      <RefusalNotice refusal={state.refusal} view={view} language={language} />
      <Form
        action={action}
        errors={messagesOf(state.issues ?? [], language, t.issues)}
        values={state.form === undefined ? stored : valuesOf(state.form)}
        version={state.refusal?.now ?? read}
        idempotencyKey={isUuid(key) ? key : newId<string>()}
        multipart={multipart}
        label={label}
      >
        {children}
        {corrects && <TextArea name="pourquoi" label={t.why} hint={t.whyHint} required rows={2} maxLength={1000} />}
        <Actions>{actions}</Actions>
      </Form>
    </>
  );
}

function RefusalNotice({
  refusal,
  view,
  language,
}: {
  refusal: AnyRefusal | undefined;
  view: RequestView;
  language: Language;
}): JSX.Element | null {
  if (refusal === undefined) return null;
  const t = formTexts(language);
  const words = requestWords(language);
  if (refusal.kind === "stale") {
    return (
      <Notice kind="warning" live>
        <p>{t.stale}</p>
        <ul>
          {(refusal.since ?? []).map((entry) => (
            <li>
              {entryTitle(words, entry.content)}, {view.nameOf(entry.personId)}, {formatDateTime(entry.at, language)}
            </li>
          ))}
        </ul>
        <p>{t.staleAfter}</p>
      </Notice>
    );
  }
  return (
    <Notice kind="danger" live>
      <p>{t.refusals[refusal.kind] ?? refusal.kind}</p>
      {refusal.missing !== undefined && (
        <ul>
          {refusal.missing.map((evidence) => (
            <li>{evidenceSentence(language, evidence)}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
