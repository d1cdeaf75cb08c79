import { type Failed, failed, Stopped } from "./fetched.ts";

const UNKNOWN_FOR_GOOD = new Set(["ENOTFOUND", "ENODATA", "EAI_NONAME", "EAI_NODATA"]);
const UNKNOWN_FOR_NOW = new Set(["EAI_AGAIN", "EAI_FAIL", "ESERVFAIL"]);
const REFUSED = new Set(["ECONNREFUSED", "EHOSTUNREACH", "ENETUNREACH", "EADDRNOTAVAIL", "EACCES", "EPERM", "EHOSTDOWN", "ENETDOWN"]);
/** The names that OpenSSL gives to faults of certificates, and those of Node about the protocol. */
const TLS =
  /^(ERR_TLS_|ERR_SSL_|ERR_OSSL_|CERT_|CRL_|UNABLE_TO_|ERROR_IN_|DEPTH_ZERO_|SELF_SIGNED_|PATH_LENGTH_|HOSTNAME_|INVALID_CA$|INVALID_PURPOSE$|EPROTO$)/;
/** Not the protocol, or not the compression announced: the same bytes would come again. */
const NONSENSE = /^(HPE_(?!INVALID_EOF_STATE)|Z_DATA_ERROR|ERR__ERROR_|ERR_BROTLI|ERR_UNESCAPED_CHARACTERS|ERR_INVALID_CHAR)/;

/** What an error of the network, of TLS, of the HTTP parser or of a decoder says of the server. */
export function failureOf(error: unknown): Failed {
  if (error instanceof Stopped) return error.failure;
  const code = codeOf(error);
  const detail = code === "" ? {} : { detail: code };
  if (UNKNOWN_FOR_GOOD.has(code)) return failed("unknown-host", detail);
  if (UNKNOWN_FOR_NOW.has(code)) return failed("unknown-host", { ...detail, retryable: true });
  if (REFUSED.has(code)) return failed("refused", detail);
  if (code === "ETIMEDOUT") return failed("timeout", detail);
  if (code === "HPE_HEADER_OVERFLOW") return failed("too-large", detail);
  if (TLS.test(code)) return failed("tls", detail);
  return failed("broken-off", NONSENSE.test(code) ? { ...detail, retryable: false } : detail);
}

function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "";
}
