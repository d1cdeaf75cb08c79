import type { Child } from "hono/jsx";
import type { AuthorityReader } from "#src/platform/db/in-authority.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import type { Installation } from "../domain/installation.ts";
import type { OnInService } from "../usecases/put-in-service.ts";

/** Sheets of other slices, each under its own title. */
export type Sections = { readonly story: readonly Child[]; readonly beside: readonly Child[] };

export type InventoryHooks = {
  /** Told, in the same transaction, when what was planned for a request is first put in service. */
  readonly onInService?: OnInService;
  /** The installations of which the yearly cost is known: the contracts' answer. */
  readonly paidInstallations?: (reader: AuthorityReader) => Promise<readonly string[]>;
  /** What other slices say of an installation on its page: in its story, and beside it. */
  readonly sections?: (reader: AuthorityReader, installation: Installation, c: AppContext) => Promise<Sections>;
};
