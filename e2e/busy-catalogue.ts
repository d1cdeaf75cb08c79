import type { TestAuthority } from "#src/authorities/testing.ts";
import type { Agent } from "#src/kernel/agent.ts";
import { newId } from "#src/kernel/ids.ts";
import { ensureSource } from "#src/sources/db/sources.ts";
import { someOwnWords } from "#src/sources/testing.ts";
import { importReading } from "#src/sources/usecases/import-reading.ts";
import { readSource } from "#src/sources/usecases/read-source.ts";
import { refreshSuppliers } from "#src/suppliers/public.ts";
import { aDeclaredEnd, aFollow, aLifecycle, aSuggestion } from "#src/watch/testing.ts";
import type { RunningApp } from "./app.ts";

type Deps = RunningApp["deps"];

const FILE = {
  softwares: [
    {
      id: 72,
      name: "LibreOffice",
      licence: "MPL-2.0",
      external_resources: { website: "https://www.libreoffice.org", repository: "https://github.com/LibreOffice/core" },
      providers: [
        { id: 1, name: "Coopérative du libre", url: "https://comptoir.example/1", external_resources: { website: "https://coop.example" } },
      ],
      users: [{ id: 2, name: "Ville de Montelieu", url: "https://comptoir.example/2", external_resources: {} }],
    },
    // Shares a name with one of ours, and nothing else: a doubt.
    { id: 73, name: "GRR", licence: "GPL", external_resources: { website: "https://autre-grr.example" } },
    { id: 74 },
  ],
};

/** What an instance's catalogue has to show beside the files it comes with. Addresses by the route that answers them. */
export async function aBusyCatalogue(
  deps: Deps,
  town: TestAuthority,
  everybody: Agent,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const { reviewer, departments } = town;
  await ensureSource(deps.db, { id: "comptoir", format: "comptoir", name: "Comptoir du Libre" });
  const { problems: _, ...reading } = readSource("comptoir", [
    { name: "comptoir.json", bytes: new TextEncoder().encode(JSON.stringify(FILE)) },
  ]);
  const id = newId<string>();
  await importReading(deps, { id, source: { id: "comptoir", format: "comptoir" }, reading, askedBy: null });
  await refreshSuppliers(deps.db, deps.now());
  const supplier = (await deps.db.selectFrom("supplier").select("id").limit(1).executeTakeFirstOrThrow()).id;
  await aLifecycle(deps, {
    slug: "glpi",
    product: "glpi",
    cycles: [
      { cycle: "11", released: "2026-01-02" },
      { cycle: "10", released: "2022-04-20", ends: "2026-03-01" },
    ],
  });
  await aFollow(deps, everybody, "glpi");
  const end = await aDeclaredEnd(deps, everybody);
  await someOwnWords(deps, everybody, "libreoffice", {
    licence: "LGPL-3.0-or-later",
    terms: "suite bureautique",
    replaces: "Microsoft 365",
  });
  await aSuggestion(deps, reviewer, { departmentId: departments.library });
  await aSuggestion(deps, reviewer, { departmentId: departments.library, slug: "grr" });
  const suggestion = await aSuggestion(deps, reviewer, { departmentId: departments.library, slug: "limesurvey" });
  return {
    "/catalogue/imports/:id": [`/catalogue/imports/${id}`],
    "/catalogue/sources/:id": ["/catalogue/sources/comptoir"],
    "/catalogue/doublons": ["/catalogue/doublons", "/catalogue/doublons?etat=decides"],
    "/catalogue/:slug": ["/catalogue/glpi", "/catalogue/adobe-photoshop", "/catalogue/libreoffice"],
    "/catalogue/:slug/corriger": ["/catalogue/libreoffice/corriger", "/catalogue/glpi/corriger"],
    "/catalogue/nos-corrections": ["/catalogue/nos-corrections", "/catalogue/nos-corrections?recherche=introuvable"],
    "/catalogue/comparer": ["/catalogue/comparer", "/catalogue/comparer?logiciel=glpi&logiciel=libreoffice&ajouter=Photoshop"],
    "/catalogue/:slug/proposer": ["/catalogue/grr/proposer"],
    "/catalogue/:slug/fins-de-vie/nouvelle": ["/catalogue/grr/fins-de-vie/nouvelle"],
    "/catalogue/:slug/fins-de-vie/:fin/modifier": [`/catalogue/libreoffice/fins-de-vie/${end}/modifier`],
    "/fournisseurs": ["/fournisseurs", "/fournisseurs?recherche=introuvable"],
    "/fournisseurs/:id": [`/fournisseurs/${supplier}`],
    "/fournisseurs/:id/modifier": [`/fournisseurs/${supplier}/modifier`],
    "/veille": ["/veille", "/veille?vue=nouveautes", "/veille?vue=changements"],
    "/veille/propositions/:id/refus": [`/veille/propositions/${suggestion}/refus`],
  };
}
