import type { JSX } from "hono/jsx/jsx-runtime";
import { z } from "zod";
import type { Language } from "#src/kernel/language.ts";
import type { Deps } from "#src/platform/deps.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import { field } from "#src/platform/http/form.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { RadioGroup } from "#src/platform/ui/choice-field.tsx";
import { TextArea } from "#src/platform/ui/field.tsx";
import { SubmitButton } from "#src/platform/ui/form.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { candidateOf, type ExaminedCandidate } from "../domain/candidates.ts";
import { isWaivable, WAIVER_OBJECTS, type WaiverObject } from "../domain/gates.ts";
import { answerWaiver } from "../usecases/answer-waiver.ts";
import { requestWaiver } from "../usecases/request-waiver.ts";
import { EntryForm } from "./entry-form.tsx";
import { type EntryPage, type EntryPageProps, entryRoute } from "./entry-routes.tsx";
import { gateTexts } from "./gate-texts.ts";
import { Quoted } from "./quoted.tsx";
import { type NamedWaiver, waiversOf } from "./waivers-panel.tsx";
import { requestWords } from "./words.ts";

const REASON = 2_000;

/** Waivers: a reviewer asks, the guarantor answers, both in writing. */
export function waiverRoutes(routes: Routes, deps: Deps): void {
  entryRoute(routes, deps, "/demandes/:id/candidats/:candidat/derogation", "review-requests", asking);
  entryRoute(routes, deps, "/demandes/:id/derogations/:derogation", "countersign", answering);
}

const asking: EntryPage<{ objet: WaiverObject; raison: string }> = {
  title: ({ c, view, language }) =>
    gateTexts(language).waiverTitle(objectWords(c, language), candidateOf(view.request, candidateId(c))?.name ?? ""),
  schema: z.object({ objet: field.choice(WAIVER_OBJECTS), raison: field.text(REASON) }),
  body: (props) => {
    const candidate = candidateOf(props.view.request, candidateId(props.c));
    return candidate && <AskingForm {...props} candidate={candidate} />;
  },
  run: ({ c, deps, agent, input, value }) =>
    requestWaiver(deps, agent, { ...input, candidateId: candidateId(c), object: value.objet, reason: value.raison }),
  done: ({ language }) => ({ flash: gateTexts(language).waiverSent }),
};

const answering: EntryPage<{ reponse: "accorder" | "refuser"; raison: string }> = {
  title: ({ language }) => gateTexts(language).answerWaiver,
  schema: z.object({ reponse: field.choice(["accorder", "refuser"]), raison: field.text(REASON) }),
  body: (props) => {
    const asked = waiversOf(props.view).find(({ entryId }) => entryId === waiverId(props.c));
    return asked && <AnsweringForm {...props} asked={asked} />;
  },
  run: ({ c, deps, agent, input, value }) =>
    answerWaiver(deps, agent, { ...input, requestedBy: waiverId(c), granted: value.reponse === "accorder", reason: value.raison }),
  done: ({ language }) => ({ flash: gateTexts(language).waiverAnswered }),
};

function AskingForm({ c, view, language, state, candidate }: EntryPageProps & { candidate: ExaminedCandidate }): JSX.Element {
  const t = gateTexts(language);
  const words = requestWords(language);
  const waivable = WAIVER_OBJECTS.filter((object) => isWaivable(candidate.gate, object));
  const options = waivable.map((object) => ({ value: object, label: words.waiverObjects[object] }));
  return (
    <Sheet>
      <EntryForm
        view={view}
        state={state}
        language={language}
        action={c.req.path}
        stored={{ objet: objectAsked(c) ?? "" }}
        actions={<SubmitButton>{t.sendWaiver}</SubmitButton>}
      >
        <RadioGroup name="objet" label={t.waiverAsked} options={options} required />
        <TextArea name="raison" label={t.waiverReason} hint={t.waiverReasonHint} required rows={4} maxLength={REASON} />
      </EntryForm>
    </Sheet>
  );
}

function AnsweringForm({ c, view, language, state, asked }: EntryPageProps & { asked: NamedWaiver }): JSX.Element {
  const t = gateTexts(language);
  const options = [
    { value: "accorder", label: t.grant },
    { value: "refuser", label: t.deny },
  ];
  return (
    <Sheet title={requestWords(language).waiverObjects[asked.object]} intro={asked.name}>
      <Quoted>{asked.reason}</Quoted>
      <EntryForm view={view} state={state} language={language} action={c.req.path} actions={<SubmitButton>{t.answer}</SubmitButton>}>
        <RadioGroup name="reponse" label={t.decision} required options={options} />
        <TextArea name="raison" label={t.answerReason} required rows={4} maxLength={REASON} />
      </EntryForm>
    </Sheet>
  );
}

function candidateId(c: AppContext): string {
  return c.req.param("candidat") ?? "";
}

function waiverId(c: AppContext): string {
  return c.req.param("derogation") ?? "";
}

function objectAsked(c: AppContext): WaiverObject | undefined {
  return WAIVER_OBJECTS.find((object) => object === c.req.query("objet"));
}

function objectWords(c: AppContext, language: Language): string {
  const object = objectAsked(c);
  const words = object === undefined ? gateTexts(language).waiverAsked : requestWords(language).waiverObjects[object];
  // Its first letter alone: RGAA and RGPD stay what they are.
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}
