import type { LocalDate } from "#src/kernel/dates.ts";
import type { InstallationId, PersonId, RequestId } from "#src/kernel/ids.ts";
import type { Role } from "#src/kernel/rights.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";

/** Somebody, under the role with which they act. */
export type Actor = { readonly id: PersonId; readonly role: Role };

/** What was planned for a request is used for the first time. */
export type PutInService = {
  readonly requestId: RequestId;
  readonly installationId: InstallationId;
  readonly day: LocalDate;
  readonly by: Actor;
  readonly at: Date;
};

/** Told inside the transaction that puts the installation in service: if it fails, so does the change. */
export type OnInService = (trx: AuthorityTransaction, event: PutInService) => Promise<void>;
