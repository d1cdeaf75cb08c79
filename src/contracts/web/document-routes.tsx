import { isUuid } from "#src/kernel/ids.ts";
import { readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { sendAttached } from "#src/platform/http/attached-file.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { forbidden, notFound } from "#src/platform/http/errors.tsx";
import { setFlash } from "#src/platform/http/flash.ts";
import { type FormValues, readForm } from "#src/platform/http/form.ts";
import { keyOf } from "#src/platform/http/form-marks.ts";
import type { Routes } from "#src/platform/http/routes.ts";
import { counted } from "#src/platform/ui/format.ts";
import { documentContent } from "../db/documents.ts";
import type { ContractId } from "../domain/contract.ts";
import type { DocumentRefusal, SentDocument } from "../domain/documents.ts";
import { addDocuments } from "../usecases/add-documents.ts";
import { takeDocumentAway } from "../usecases/remove-document.ts";
import { showContract } from "./contract-routes.tsx";
import { LIST_PATH } from "./listing.ts";
import type { PageTexts } from "./page-texts.fr.ts";
import { pageTexts } from "./page-texts.ts";

export function documentRoutes(routes: Routes, deps: Deps): void {
  routes.get(`${LIST_PATH}/:id/fichiers/:fichier`, "read-inventory", (c) => download(c, deps));
  routes.post(`${LIST_PATH}/:id/fichiers`, "manage-inventory", (c) => add(c, deps));
  routes.post(`${LIST_PATH}/:id/fichiers/:fichier/retrait`, "manage-inventory", (c) => remove(c, deps));
}

async function download(c: AppContext, deps: Deps): Promise<Response> {
  const [id, document] = [c.req.param("id"), c.req.param("fichier")];
  if (!isUuid(id) || !isUuid(document)) return notFound(c);
  const found = await readAuthority(deps.db, agentOfRequest(c).authorityId, (reader) => documentContent(reader, id, document));
  if (found === undefined) return notFound(c);
  return sendAttached(c, { name: found.fileName, mediaType: found.mediaType, bytes: found.content });
}

async function add(c: AppContext, deps: Deps): Promise<Response> {
  const id = c.req.param("id");
  if (!isUuid(id)) return notFound(c);
  const t = pageTexts(c.get("language"));
  const form = await readForm(c);
  const input = { contractId: id as ContractId, id: keyOf<string>(form), files: await filesOf(form) };
  const result = await addDocuments(deps, agentOfRequest(c), input);
  if (result.ok) {
    setFlash(c, "success", t.document.added(counted(input.files.length, t.document.addedNoun, c.get("language"))));
    return c.redirect(`${LIST_PATH}/${id}#documents`, 303);
  }
  const { error } = result;
  if (error.kind === "not-allowed") return forbidden(c);
  if (error.kind === "not-found") return notFound(c);
  return showContract(c, deps, { refusedDocuments: { message: refusalInWords(error, t) } }, 422);
}

function refusalInWords(refusal: DocumentRefusal, { document: t }: PageTexts): string {
  switch (refusal.kind) {
    case "no-file":
      return t["no-file"];
    case "too-many-files":
    case "too-many-documents":
      return t[refusal.kind](refusal.most);
    case "file-too-large":
    case "file-type":
      return t[refusal.kind](refusal.name);
  }
}

async function filesOf(form: FormValues): Promise<readonly SentDocument[]> {
  const files = (form.fichiers ?? []).filter((value): value is File => value instanceof File && value.size > 0);
  return Promise.all(files.map(async (file) => ({ fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));
}

async function remove(c: AppContext, deps: Deps): Promise<Response> {
  const [id, document] = [c.req.param("id"), c.req.param("fichier")];
  if (!isUuid(id) || !isUuid(document)) return notFound(c);
  const result = await takeDocumentAway(deps, agentOfRequest(c), { contractId: id as ContractId, id: document });
  if (!result.ok) return result.error.kind === "not-allowed" ? forbidden(c) : notFound(c);
  setFlash(c, "success", pageTexts(c.get("language")).document.removed);
  return c.redirect(`${LIST_PATH}/${id}#documents`, 303);
}
