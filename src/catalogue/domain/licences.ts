import { exceptionId, type ReadLicence, readLicence } from "./licence-spellings.ts";
import { type LicenceExpression, parseLicenceExpression } from "./spdx-expression.ts";
import { OSI_APPROVED } from "./spdx-ids.ts";

/** Free or not, and why. */
export type LicenceJudgement =
  | { readonly verdict: "free"; readonly spdx: string; readonly reason: "osi-approved" | "french-decree" }
  | { readonly verdict: "not-free"; readonly spdx?: string; readonly reason: "source-available" | "on-no-list" | "proprietary" }
  | {
      readonly verdict: "unknown";
      readonly spdx?: string;
      readonly reason: "empty" | "not-spdx" | "no-version" | "own-text";
      /** What may have been meant. */
      readonly suggestions?: readonly string[];
    };

const OSI = new Set(OSI_APPROVED);

/**
 * Of the families named by article D323-2-1 of the French code of relations between the public and the administration (BSD, Apache,
 * CeCILL, MIT, MPL, GPL, EUPL, EPL), the licences that the Open Source Initiative has not approved.
 */
const FRENCH_DECREE = new Set(
  "BSD-4-Clause BSD-4-Clause-UC Apache-1.0 CECILL-1.0 CECILL-1.1 CECILL-2.0 CECILL-B CECILL-C GPL-1.0-only GPL-1.0-or-later EUPL-1.0".split(
    " ",
  ),
);

/** One reads the source, but may not use, change or share it freely. */
const SOURCE_AVAILABLE = /^(BUSL|SSPL|Elastic|FSL|PolyForm|CC-BY-N[CD]|BSD-3-Clause-OpenWebUI)/;

const LONGEST = 500;

/** Is this licence free, for a local authority? Reads SPDX expressions first, usual spellings (« GPLv3 ») where they leave no doubt. */
export function judgeLicence(text: string): LicenceJudgement {
  const written = text.trim();
  if (written === "") return { verdict: "unknown", reason: "empty" };
  const expression = written.length > LONGEST ? undefined : parseLicenceExpression(withoutLater(written));
  return expression === undefined ? { verdict: "unknown", reason: "not-spdx" } : judge(expression);
}

/** « GPL 2 or any later version » is one licence, not a choice between two. */
function withoutLater(text: string): string {
  return text.replace(/[\s,]+(or|ou)\s+(\(?at your option\)?\s+)?(any\s+)?(later|sup[eé]rieure|ult[eé]rieure|plus)(\s+version)?/gi, "+");
}

function judge(expression: LicenceExpression): LicenceJudgement {
  if (expression.kind === "licence") return judgeOne(readLicence(expression.written), expression.exception);
  const branches = expression.branches.map(judge);
  const whole = wholeOf(expression.kind, branches);
  const decisive = expression.kind === "or" ? (["free", "unknown", "not-free"] as const) : (["not-free", "unknown", "free"] as const);
  const verdict = decisive.find((each) => branches.some((branch) => branch.verdict === each));
  const deciding = branches.filter((branch) => branch.verdict === verdict);
  const chosen = deciding.find(({ reason }) => reason === (expression.kind === "and" ? "french-decree" : "osi-approved")) ?? deciding[0];
  if (chosen === undefined) return { verdict: "unknown", reason: "not-spdx" };
  return whole === undefined ? chosen : { ...chosen, spdx: whole };
}

/** The expression in SPDX's own spelling, when each of its licences has one. */
function wholeOf(kind: "and" | "or", branches: readonly LicenceJudgement[]): string | undefined {
  const parts = branches.flatMap(({ spdx }) => (spdx === undefined ? [] : [/ (AND|OR) /.test(spdx) ? `(${spdx})` : spdx]));
  return parts.length === branches.length ? parts.join(kind === "and" ? " AND " : " OR ") : undefined;
}

function judgeOne(read: ReadLicence, exception: string | undefined): LicenceJudgement {
  if (read.kind === "source-available" || read.kind === "proprietary") return { verdict: "not-free", reason: read.kind };
  if (read.kind === "no-version") return { verdict: "unknown", reason: "no-version", suggestions: read.suggestions };
  if (read.kind !== "spdx") return { verdict: "unknown", reason: read.kind };
  // An exception that SPDX does not know may take freedom away (« Commons Clause »).
  const known = exception === undefined ? undefined : exceptionId(exception);
  if (exception !== undefined && known === undefined)
    return judgeOne(readLicence(exception), undefined).verdict === "not-free"
      ? { verdict: "not-free", reason: "source-available" }
      : { verdict: "unknown", reason: "not-spdx" };
  const spdx = known === undefined ? read.id : `${read.id} WITH ${known}`;
  if (OSI.has(read.id)) return { verdict: "free", spdx, reason: "osi-approved" };
  if (FRENCH_DECREE.has(read.id)) return { verdict: "free", spdx, reason: "french-decree" };
  return { verdict: "not-free", spdx, reason: SOURCE_AVAILABLE.test(read.id) ? "source-available" : "on-no-list" };
}
