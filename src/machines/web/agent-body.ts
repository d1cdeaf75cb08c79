import { ok, type Result, refused } from "#src/kernel/result.ts";
import {
  type BodyRefusal,
  type Compression,
  compressionOf,
  inflated,
  LARGEST_COMPRESSED,
  LARGEST_INFLATED,
  ORDINARY_COMPRESSED,
  ORDINARY_INFLATED,
} from "../usecases/read-body.ts";
import type { Gate } from "./agent-gate.ts";

export type AgentBodyRefusal = BodyRefusal | { readonly kind: "busy" | "too-slow" };
/** `compression`: how it came, were it refused afterwards; undefined: so little came that nobody can tell. */
export type AgentBody = { readonly compression: Compression | undefined; readonly content: Result<Buffer, AgentBodyRefusal> };

/**
 * The bytes of a message, inflated. What is larger than usual goes through a second gate, one at a time: memory is bounded by what
 * that one may take, however many agents there are.
 */
export async function readAgentBody(request: Request, large: Gate, slowestMs: number): Promise<AgentBody> {
  let leave: (() => void) | undefined;
  const enterLarge = async (): Promise<boolean> => {
    leave ??= await large.enter();
    return leave !== undefined;
  };
  try {
    const received = await receive(request, enterLarge, slowestMs);
    if (!received.ok) return { compression: undefined, content: received };
    const bytes = received.value;
    const compression = bytes.length === 0 ? undefined : compressionOf(bytes);
    const first = await inflated(bytes, compression ?? "none", leave === undefined ? ORDINARY_INFLATED : LARGEST_INFLATED);
    if (first.ok || first.error.kind !== "too-large" || leave !== undefined) return { compression, content: first };
    if (!(await enterLarge())) return { compression, content: refused({ kind: "busy" }) };
    return { compression, content: await inflated(bytes, compression ?? "none", LARGEST_INFLATED) };
  } finally {
    leave?.();
  }
}

async function receive(request: Request, enterLarge: () => Promise<boolean>, slowestMs: number): Promise<Result<Buffer, AgentBodyRefusal>> {
  if (Number(request.headers.get("content-length") ?? 0) > LARGEST_COMPRESSED) return refused({ kind: "too-large" });
  const reader = request.body?.getReader();
  if (reader === undefined) return ok(Buffer.alloc(0));
  const chunks: Uint8Array[] = [];
  let size = 0;
  let slow = false;
  const timer = setTimeout(() => {
    slow = true;
    void reader.cancel().catch(() => undefined);
  }, slowestMs);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (slow) return refused({ kind: "too-slow" });
      if (done) return ok(Buffer.concat(chunks, size));
      size += value.byteLength;
      if (size > LARGEST_COMPRESSED) return refused({ kind: "too-large" });
      if (size > ORDINARY_COMPRESSED && !(await enterLarge())) return refused({ kind: "busy" });
      chunks.push(value);
    }
  } catch {
    // The agent hung up.
    return refused({ kind: slow ? "too-slow" : "truncated" });
  } finally {
    clearTimeout(timer);
  }
}
