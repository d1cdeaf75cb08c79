import { isUuid } from "#src/kernel/ids.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type AppContext, agentOfRequest, memberOfRequest } from "#src/platform/http/context.ts";
import { notFound } from "#src/platform/http/errors.tsx";
import type { Routes } from "#src/platform/http/routes.ts";
import { attachment } from "#src/platform/http/spreadsheet.ts";
import { billOfAuthority, billOfMachine } from "../usecases/export-bill.ts";

/** What a machine has, in full, tells an attacker where to begin: for who manages the inventory. */
export function sbomRoutes(routes: Routes, deps: Deps): void {
  routes.get("/parc/postes/sbom.cdx.json", "manage-inventory", async (c) => {
    const { agent, authority } = memberOfRequest(c);
    return sent(c, deps, authority.slug, await billOfAuthority(deps, agent, authority.name));
  });
  routes.get("/parc/postes/:id/sbom.cdx.json", "manage-inventory", async (c) => {
    const id = c.req.param("id");
    const bill = isUuid(id) ? await billOfMachine(deps, agentOfRequest(c), id) : undefined;
    return bill === undefined ? notFound(c) : sent(c, deps, bill.name, bill.pieces);
  });
}

/** The media type is the one that CycloneDX registered (RFC 6838, IANA). */
function sent(c: AppContext, deps: Pick<Deps, "now">, name: string, pieces: AsyncGenerator<string>): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => void (await pieces.return(undefined)),
  });
  const file = name.replace(/[^A-Za-z0-9.-]/g, "-").slice(0, 60);
  return c.body(body, 200, {
    "content-type": "application/vnd.cyclonedx+json; version=1.7",
    "content-disposition": attachment(file === "" ? "sbom" : `sbom-${file}`, "cdx.json", deps.now()),
  });
}
