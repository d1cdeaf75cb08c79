import type { PersonId } from "#src/kernel/ids.ts";
import type { AppContext } from "#src/platform/http/context.ts";

export type SignedInPerson = { readonly id: PersonId; readonly name: string };

/** Who is signed in on this browser, even when they belong to no authority. */
export function signedInPerson(c: AppContext): SignedInPerson | undefined {
  const visitor = c.get("visitor");
  if (visitor.kind === "signed-out") return undefined;
  return visitor.kind === "agent" ? { id: visitor.agent.id, name: visitor.agent.name } : { id: visitor.personId, name: visitor.name };
}
