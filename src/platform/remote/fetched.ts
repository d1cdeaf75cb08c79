export type FailureReason =
  | "not-http"
  | "not-an-address"
  | "private-address"
  | "unknown-host"
  | "refused"
  | "timeout"
  | "too-large"
  | "too-many-redirects"
  | "http-status"
  | "broken-off"
  | "tls";

/** `detail` is a code or a few words of ours, never what the server wrote. */
export type Failed = {
  readonly kind: "failed";
  readonly reason: FailureReason;
  readonly status?: number;
  readonly detail?: string;
  readonly retryable: boolean;
};

export type RemoteFile = {
  readonly kind: "fetched";
  readonly bytes: Uint8Array;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly contentType: string | null;
  readonly finalUrl: string;
};

export type Fetched = RemoteFile | { readonly kind: "not-modified" } | Failed;

const WORTH_ANOTHER_TRY: ReadonlySet<FailureReason> = new Set(["refused", "timeout", "broken-off"]);

export function failed(
  reason: FailureReason,
  more: { readonly status?: number; readonly detail?: string; readonly retryable?: boolean } = {},
): Failed {
  return { kind: "failed", reason, retryable: WORTH_ANOTHER_TRY.has(reason), ...more };
}

/** Thrown where a stream must be stopped on our own account. */
export class Stopped extends Error {
  readonly failure: Failed;

  constructor(failure: Failed) {
    super(failure.reason);
    this.failure = failure;
  }
}
