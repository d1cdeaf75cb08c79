import type { JSX } from "hono/jsx/jsx-runtime";
import type { Agent } from "#src/kernel/agent.ts";
import type { Language } from "#src/kernel/language.ts";
import { TextArea } from "#src/platform/ui/field.tsx";
import { FileField } from "#src/platform/ui/file-field.tsx";
import { SubmitButton } from "#src/platform/ui/form.tsx";
import { ACCEPTED_EXTENSIONS } from "../domain/attachments.ts";
import { EntryForm, type FormState } from "./entry-form.tsx";
import { pageTexts } from "./page-texts.ts";
import type { RequestView } from "./view.ts";

export const MESSAGE_LENGTH = 5_000;

/** A word in the conversation: the requester answers, the others ask. */
export function MessageForm({
  view,
  agent,
  language,
  state,
}: {
  view: RequestView;
  agent: Agent;
  language: Language;
  state: FormState;
}): JSX.Element {
  const t = pageTexts(language);
  const own = view.request.submittedBy === agent.id;
  const awaited = own && view.progress.status === "searching" && view.summary.waitsFor === "requester";
  return (
    <EntryForm
      view={view}
      state={state}
      language={language}
      action={`/demandes/${view.request.id}/messages`}
      multipart
      label={t.messageTitle}
      actions={<SubmitButton variant={awaited ? "primary" : "secondary"}>{own ? t.answer : t.question}</SubmitButton>}
    >
      <TextArea name="message" label={t.message} hint={t.messageHint} rows={3} maxLength={MESSAGE_LENGTH} required />
      <FileField
        name="fichiers"
        label={t.files}
        hint={t.filesHint}
        multiple
        accept={ACCEPTED_EXTENSIONS.map((extension) => `.${extension}`)}
      />
    </EntryForm>
  );
}
