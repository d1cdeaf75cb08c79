import type { TestAuthority } from "#src/authorities/testing.ts";
import { someContracts } from "#src/contracts/testing.ts";
import type { InstallationId } from "#src/kernel/ids.ts";
import { aToken, someMachines } from "#src/machines/testing.ts";
import { aSkill } from "#src/skills/testing.ts";
import type { RunningApp } from "./app.ts";

/** What an inventory has to show beside its installations. Addresses by the route that answers them. */
export async function aBusyInventory(
  deps: RunningApp["deps"],
  town: TestAuthority,
  installation: InstallationId,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const { reviewer } = town;
  const { contract } = await someContracts(deps, reviewer, installation);
  const skill = await aSkill(deps, reviewer, installation);
  const machine = await someMachines(deps, town);
  await aToken(deps, town);
  const supposed = new URLSearchParams({ quoi: "lieu-perdu", lieu: "chez-nous" });
  return {
    "/parc/contrats": ["/parc/contrats", "/parc/contrats?recherche=introuvable"],
    "/parc/contrats/:id": [`/parc/contrats/${contract}`],
    "/parc/contrats/:id/modifier": [`/parc/contrats/${contract}/modifier`],
    "/parc/contrats/:id/couverture": [`/parc/contrats/${contract}/couverture`],
    "/parc/savoir-faire": ["/parc/savoir-faire", "/parc/savoir-faire?vue=personnes"],
    "/parc/savoir-faire/:id/modifier": [`/parc/savoir-faire/${skill}/modifier`],
    "/parc/postes/:id": [`/parc/postes/${machine}`],
    "/parc/postes/non-reconnus/choisir": ["/parc/postes/non-reconnus/choisir?paquet=outil"],
    "/parc/souverainete/:id": [`/parc/souverainete/${installation}`],
    "/parc/souverainete/:id/:question": [`/parc/souverainete/${installation}/partir`],
    "/parc/et-si": ["/parc/et-si", `/parc/et-si?${supposed}`],
    "/parc/:id/interfaces/nouvelle": [`/parc/${installation}/interfaces/nouvelle`],
  };
}
