import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { ActionForm } from "./form.tsx";
import { formatNumber } from "./format.ts";
import { useLanguage, useUiTexts } from "./language.tsx";
import { Link, safeHref } from "./link.tsx";

export type ProgressState = "waiting" | "running" | "stopping" | "done" | "stopped" | "failed";

export type JobProgressProps = {
  /** Unique in the page: the script refreshes what bears it. */
  id: string;
  label: string;
  state: ProgressState;
  done: number;
  /** Unknown until the job has counted. */
  total?: number | undefined;
  /** « 12 lignes laissées de côté ». */
  detail?: Child;
  /** Where to post to stop it; no button without. */
  stopAction?: string | undefined;
  /** The page's own address: the link to refresh, and what the script reads again every 3 seconds. */
  refreshHref: string;
};

/** Long work shows itself, and can be stopped. */
export function JobProgress(props: JobProgressProps): JSX.Element {
  const t = useUiTexts();
  const language = useLanguage();
  const active = props.state === "waiting" || props.state === "running" || props.state === "stopping";
  const done = formatNumber(props.done, language);
  const counted = props.total === undefined ? done : t.progressCount(done, formatNumber(props.total, language));
  return (
    <swap-region
      id={props.id}
      class="job"
      data-state={props.state}
      data-src={active ? safeHref(props.refreshHref) : undefined}
      data-every={active ? "3" : undefined}
    >
      <label for={`${props.id}-barre`}>{props.label}</label>
      <progress
        id={`${props.id}-barre`}
        max={props.total ?? undefined}
        value={active && props.total === undefined ? undefined : Math.min(props.done, props.total ?? props.done)}
      >
        {counted}
      </progress>
      <p class="job-state">
        <b>{t.progress[props.state]}</b> {(props.done > 0 || props.total !== undefined) && <span class="num">{counted}</span>}
      </p>
      {props.detail && <div class="soft small">{props.detail}</div>}
      {active && (
        <div class="acts">
          {props.stopAction !== undefined && props.state !== "stopping" && (
            <ActionForm action={props.stopAction} variant="secondary" size="sm" context={props.label}>
              {t.stop}
            </ActionForm>
          )}
          <Link href={props.refreshHref}>{t.refresh}</Link>
        </div>
      )}
    </swap-region>
  );
}
