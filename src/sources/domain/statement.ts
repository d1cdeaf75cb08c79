import type { SourceRecord } from "./source-record.ts";

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

/** What a source says of a software, as it is kept. `slug` and `replaces`: said by our own files alone. */
export type StatedRecord = SourceRecord & { readonly freedom: ReadFreedom; readonly slug?: string; readonly replaces?: readonly string[] };

export type Statement = {
  readonly sourceId: string;
  readonly format: string;
  readonly key: string;
  readonly slug: string;
  readonly record: StatedRecord;
  readonly saidAt: Date;
};

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
