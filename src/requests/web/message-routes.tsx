import { z } from "zod";
import { isUuid } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { sendAttached } from "#src/platform/http/attached-file.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { notFound } from "#src/platform/http/errors.tsx";
import { type FormValues, field } from "#src/platform/http/form.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { Sheet } from "#src/platform/ui/sheet.tsx";
import { attachmentOf } from "../db/attachments.ts";
import type { SentFile } from "../domain/attachments.ts";
import { postMessage } from "../usecases/post-message.ts";
import { type EntryPage, entryRoute } from "./entry-routes.tsx";
import { MESSAGE_LENGTH, MessageForm } from "./message-form.tsx";
import { pageTexts } from "./page-texts.ts";

/** The conversation between requester and reviewer, and the files attached to it. */
export function messageRoutes(routes: Routes, deps: Deps): void {
  entryRoute(routes, deps, "/demandes/:id/messages", "take-part-in-request", message);
  routes.get("/demandes/:id/fichiers/:fichier", "read-requests", (c) => sendFile(c, deps));
}

const message: EntryPage<{ message: string }> = {
  title: ({ language }) => pageTexts(language).messageTitle,
  schema: z.object({ message: field.text(MESSAGE_LENGTH) }),
  body: ({ view, agent, language, state }) => (
    <Sheet>
      <MessageForm view={view} agent={agent} language={language} state={state} />
    </Sheet>
  ),
  run: async ({ deps, agent, view, input, form, value }) => {
    const kind = view.request.submittedBy === agent.id ? "answer-given" : "question-asked";
    // Talk moves nothing: it is accepted in any order.
    const { requestId, entryId } = input;
    return postMessage(deps, agent, { requestId, entryId, kind, text: value.message, files: await filesOf(form) });
  },
  done: ({ view, language }) => ({ to: `/demandes/${view.request.id}#fil`, flash: pageTexts(language).messageSent }),
};

async function sendFile(c: AppContext, deps: Deps): Promise<Response> {
  const [id, file] = [c.req.param("id"), c.req.param("fichier")];
  if (!isUuid(id) || !isUuid(file)) return notFound(c);
  const found = await readAuthority(deps.db, agentOfRequest(c).authorityId, (reader) => attachmentOf(reader, id, file));
  return found === undefined ? notFound(c) : sendAttached(c, found);
}

async function filesOf(form: FormValues): Promise<readonly SentFile[]> {
  const files = (form.fichiers ?? []).filter((value): value is File => value instanceof File && value.size > 0);
  return Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));
}
