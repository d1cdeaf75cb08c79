import type { Agent } from "#src/kernel/agent.ts";
import { newId } from "#src/kernel/ids.ts";
import type { Result } from "#src/kernel/result.ts";
import type { Deps } from "#src/platform/deps.ts";
import { sha256 } from "#src/platform/journal/chain.ts";
import { insertAttachments } from "../db/attachments.ts";
import { type AttachmentRefusal, checkAttachments, type SentFile } from "../domain/attachments.ts";
import { converse } from "../domain/moves.ts";
import { type Added, addEntry, type EntryInput, type EntryRefusal } from "./add-entry.ts";

export type MessageInput = EntryInput & {
  readonly kind: "question-asked" | "answer-given";
  readonly text: string;
  readonly files: readonly SentFile[];
};

/** The conversation between requester and reviewer: a question or an answer, with files. */
export async function postMessage(deps: Deps, agent: Agent, input: MessageInput): Promise<Result<Added, EntryRefusal | AttachmentRefusal>> {
  const checked = checkAttachments(input.files);
  if (!checked.ok) return checked;
  const files = checked.value.map((file) => ({ ...file, id: newId<string>(), sha256: sha256(file.bytes) }));
  const attached = files.map(({ id, name, mediaType, bytes }) => ({ id, name, mediaType, size: bytes.byteLength }));
  return addEntry(
    deps,
    agent,
    "take-part-in-request",
    input,
    (request) => converse(request, { kind: input.kind, text: input.text, attached }),
    async (trx, added) => {
      await insertAttachments(trx, added.request.id, added.entry.id, files);
      return added;
    },
  );
}
