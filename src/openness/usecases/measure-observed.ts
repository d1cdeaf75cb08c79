import { observedSoftware, systemsOfWorkstations, workstationFreedom } from "#src/machines/public.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import { type Observed, observedToday } from "../domain/observed.ts";

/** The shares of what agents see. Slow where machines are thousands: pages read what was counted last. */
export async function measureObserved(reader: AuthorityTransaction): Promise<Observed | null> {
  const systems = await systemsOfWorkstations(reader);
  const software = await observedSoftware(reader);
  return observedToday({ systems, software, workstations: await workstationFreedom(reader) });
}
