import type { JSX } from "hono/jsx/jsx-runtime";
import { Conflict } from "./conflict.tsx";
import { ConfirmDialog } from "./dialog.tsx";
import { Actions, Form, SubmitButton } from "./form.tsx";
import { Icon } from "./icon.tsx";
import { Notice, type NoticeKind } from "./notice.tsx";
import { JobProgress, type ProgressState } from "./progress.tsx";
import { Sheet } from "./sheet.tsx";

const KINDS: readonly NoticeKind[] = ["info", "success", "warning", "danger"];
const STATES: readonly ProgressState[] = ["waiting", "running", "stopping", "done", "stopped", "failed"];

export function FeedbackSamples(): JSX.Element {
  return (
    <>
      {KINDS.map((kind) => (
        <Notice kind={kind} title={kind === "info" ? undefined : "Une remarque"}>
          <p>Ce qu’il faut savoir, en une phrase courte.</p>
        </Notice>
      ))}
      <Sheet title="Une étape qui demande confirmation">
        <Actions>
          <ConfirmDialog label="Écarter cette porte" title="Écarter la porte 2 ?" variant="danger">
            <p>Le constat est gardé et ne pourra plus être modifié. La garante le contresignera.</p>
            <Form action="/_ui" label="Écarter">
              <SubmitButton variant="danger">Écarter la porte 2</SubmitButton>
            </Form>
          </ConfirmDialog>
          <span>
            <Icon name="lock" /> <Icon name="external" label="Site externe" />
          </span>
        </Actions>
      </Sheet>
      <Sheet title="Un long travail">
        {STATES.map((state) => (
          <JobProgress
            id={`travail-${state}`}
            label="Import de 10 000 fiches"
            state={state}
            done={state === "waiting" ? 0 : 4210}
            total={state === "waiting" ? undefined : 10_000}
            detail="12 lignes laissées de côté"
            stopAction="/_ui/arreter"
            refreshHref="/_ui"
          />
        ))}
      </Sheet>
      <Sheet title="Deux personnes à la fois">
        <Conflict
          changedBy="Karim Benali"
          changedAt="2026-11-21T09:30:00Z"
          fields={[
            { label: "Titre", yours: "Réserver les salles", theirs: "Réserver les salles municipales en ligne" },
            { label: "Budget", yours: "12 000 €", theirs: "" },
          ]}
        />
      </Sheet>
    </>
  );
}
