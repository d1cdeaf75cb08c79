import type { Child } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import { formatDateTime } from "./format.ts";
import { useLanguage, useUiTexts } from "./language.tsx";
import { Notice } from "./notice.tsx";

export type ConflictField = { label: string; yours: string; theirs: string };

export type ConflictProps = {
  changedBy: string;
  changedAt: string;
  /** Every field that differs. */
  fields: readonly ConflictField[];
  /** What can be done: a form already filled with what was typed. */
  children?: Child;
};

/** Two people at once: both versions side by side, nothing lost. */
export function Conflict({ changedBy, changedAt, fields, children }: ConflictProps): JSX.Element {
  const t = useUiTexts();
  const language = useLanguage();
  return (
    <div class="conflict">
      <Notice kind="warning" title={t.conflictTitle} live>
        <p>{t.conflictBy(changedBy, formatDateTime(changedAt, language))}</p>
      </Notice>
      <div class="data-wrap">
        <table class="data" data-cards="true">
          <caption class="visually-hidden">{t.conflictTitle}</caption>
          <thead>
            <tr>
              <th scope="col">{t.conflictField}</th>
              <th scope="col">{t.conflictYours}</th>
              <th scope="col">{t.conflictTheirs}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ label, yours, theirs }) => (
              <tr>
                <th scope="row">{label}</th>
                <td data-label={t.conflictYours} data-long="true" class="kept-lines">
                  {yours === "" ? <span class="soft">{t.empty}</span> : yours}
                </td>
                <td data-label={t.conflictTheirs} data-long="true" class="kept-lines">
                  {theirs === "" ? <span class="soft">{t.empty}</span> : theirs}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {children}
    </div>
  );
}
