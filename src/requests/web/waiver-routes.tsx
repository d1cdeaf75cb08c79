import { z } from "zod";
import type { Deps } from "#src/platform/deps.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import { field } from "#src/platform/http/form.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { RadioGroup } from "#src/platform/ui/choice-field.tsx";
import { TextArea } from "#src/platform/ui/field.tsx";
import { SubmitButton } from "#src/platform/ui/form.tsx";
import { Quote } from "#src/platform/ui/quote.tsx";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { candidateOf, candidatesOf } from "../domain/candidates.ts";
import { isWaivable, WAIVER_OBJECTS, type WaiverObject } from "../domain/gates.ts";
import { answerWaiver } from "../usecases/answer-waiver.ts";
import { requestWaiver } from "../usecases/request-waiver.ts";
import { EntryForm } from "./entry-form.tsx";
import { entryRoute } from "./entry-routes.tsx";
import { gateTexts } from "./gate-texts.ts";
import type { RequestView } from "./view.ts";
import { requestWords } from "./words.ts";

const REASON = 2_000;

/** Waivers: a reviewer asks, the guarantor answers, both in writing. */
export function waiverRoutes(routes: Routes, deps: Deps): void {
  entryRoute(routes, deps, {
    path: "/demandes/:id/candidats/:candidat/derogation",
    access: "review-requests",
    title: ({ c, view, language }) =>
      gateTexts(language).waiverTitle(objectWords(c, language), candidateOf(view.request, candidateId(c))?.name ?? ""),
    schema: () => z.object({ objet: field.choice(WAIVER_OBJECTS), raison: field.text(REASON) }),
    body: ({ c, view, language, state }) => {
      const t = gateTexts(language);
      const words = requestWords(language);
      const candidate = candidateOf(view.request, candidateId(c));
      if (candidate === undefined) return undefined;
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
    },
    run: ({ c, agent, input, value }) =>
      requestWaiver(deps, agent, { ...input, candidateId: candidateId(c), object: value.objet, reason: value.raison }),
    done: ({ language }) => ({ flash: gateTexts(language).waiverSent }),
  });
  entryRoute(routes, deps, {
    path: "/demandes/:id/derogations/:derogation",
    access: "countersign",
    title: ({ language }) => gateTexts(language).answerWaiver,
    schema: () => z.object({ reponse: field.choice(["accorder", "refuser"]), raison: field.text(REASON) }),
    body: ({ c, view, language, state }) => {
      const t = gateTexts(language);
      const asked = askedIn(view, c.req.param("derogation") ?? "");
      if (asked === undefined) return undefined;
      return (
        <Sheet title={requestWords(language).waiverObjects[asked.object]} intro={asked.name}>
          <Quote>
            <p class="kept-lines">{asked.reason}</p>
          </Quote>
          <EntryForm view={view} state={state} language={language} action={c.req.path} actions={<SubmitButton>{t.answer}</SubmitButton>}>
            <RadioGroup
              name="reponse"
              label={t.decision}
              required
              options={[
                { value: "accorder", label: t.grant },
                { value: "refuser", label: t.deny },
              ]}
            />
            <TextArea name="raison" label={t.answerReason} required rows={4} maxLength={REASON} />
          </EntryForm>
        </Sheet>
      );
    },
    run: ({ c, agent, input, value }) =>
      answerWaiver(deps, agent, {
        ...input,
        requestedBy: c.req.param("derogation") ?? "",
        granted: value.reponse === "accorder",
        reason: value.raison,
      }),
    done: ({ language }) => ({ flash: gateTexts(language).waiverAnswered }),
  });
}

function candidateId(c: AppContext): string {
  return c.req.param("candidat") ?? "";
}

function objectAsked(c: AppContext): WaiverObject | undefined {
  return WAIVER_OBJECTS.find((object) => object === c.req.query("objet"));
}

function objectWords(c: AppContext, language: "fr" | "en"): string {
  const object = objectAsked(c);
  const words = object === undefined ? gateTexts(language).waiverAsked : requestWords(language).waiverObjects[object];
  // Its first letter alone: RGAA and RGPD stay what they are.
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

function askedIn(
  view: RequestView,
  entryId: string,
): { readonly object: WaiverObject; readonly reason: string; readonly name: string } | undefined {
  return candidatesOf(view.request)
    .flatMap(({ name, waivers }) => waivers.map((waiver) => ({ ...waiver, name })))
    .find((waiver) => waiver.entryId === entryId);
}
