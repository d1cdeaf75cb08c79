import type { SourceRecord } from "./source-record.ts";
import type { Field, ListField } from "./trust.ts";

/** Free or not, as read from the licences that a source gives. */
export type ReadFreedom = {
  /** SPDX expression; null where none could be read. */
  readonly spdx: string | null;
  /** As written; null where nothing was. */
  readonly said: string | null;
  /** True where `spdx` is our reading of other words. */
  readonly guess: boolean;
  /** Null: not known. */
  readonly free: boolean | null;
};

/** What a source says of a software, as it is kept. `slug` and `replaces`: said by our own files and by authorities alone. */
export type StatedRecord = SourceRecord & {
  readonly freedom: ReadFreedom;
  readonly slug?: string;
  readonly replaces?: readonly string[];
  /** What others say and this one takes away. Said by authorities alone, as is what follows. */
  readonly denied?: Denied;
  /** When each field was said, as an ISO date: an authority says one thing one day, and another the next. */
  readonly since?: Since;
  /** Why it is said, in its own words. */
  readonly reason?: string;
};

export type Denied = Readonly<Record<ListField, readonly string[]>>;
export type Since = Readonly<Partial<Record<Field | ListField, string>>>;

export type Statement = {
  readonly sourceId: string;
  readonly format: string;
  readonly key: string;
  readonly slug: string;
  readonly record: StatedRecord;
  readonly saidAt: Date;
};

/** When a source said what it says of a field. */
export function saidAtOf(field: Field | ListField, { record, saidAt }: Statement): Date {
  const since = record.since?.[field];
  return since === undefined ? saidAt : new Date(since);
}

export type Outcome = "created" | "joined" | "updated" | "unchanged" | "skipped";
export const OUTCOMES = ["created", "joined", "updated", "unchanged", "skipped"] as const satisfies readonly Outcome[];

/** One line of an import's report. `detail`: why it was joined or left out, or what was left out of it. */
export type ReportLine = {
  readonly outcome: Outcome;
  readonly key: string | null;
  readonly name: string | null;
  readonly slug: string | null;
  readonly detail: string | null;
};
