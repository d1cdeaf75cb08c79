import type { Context } from "hono";
import type { Agent } from "#src/kernel/agent.ts";
import type { AuthorityId, PersonId } from "#src/kernel/ids.ts";
import type { Language } from "#src/kernel/language.ts";
import type { Action } from "#src/kernel/rights.ts";
import type { ReadBeside } from "#src/platform/db/read-beside.ts";
import type { AssetUrls } from "#src/platform/ui/assets.ts";

/** The authority somebody acts for, as every page shows it. */
export type CurrentAuthority = {
  readonly id: AuthorityId;
  readonly slug: string;
  readonly name: string;
  readonly isDemonstration: boolean;
};

/** Who asks: nobody known, somebody known who belongs to no authority any more, or an agent. */
export type Visitor =
  | { readonly kind: "signed-out" }
  | { readonly kind: "outsider"; readonly personId: PersonId; readonly name: string }
  | {
      readonly kind: "agent";
      readonly agent: Agent;
      readonly authority: CurrentAuthority;
      /** How many authorities this person may act for. */
      readonly authorities: number;
      readonly unreadNotifications: number;
    };

export type NavigationItem = {
  readonly href: string;
  readonly label: Readonly<Record<Language, string>>;
  readonly action: Action;
  /** Addresses of pages that belong here and lie elsewhere. */
  readonly also?: readonly string[];
  /** Pages of this part of the application, shown beneath while one of them is read. The first may be the part's own address. */
  readonly parts?: readonly NavigationItem[];
};

export type AppEnv = {
  Variables: {
    visitor: Visitor;
    /** What was read with the visitor, by name; undefined where nobody was looked for. */
    beside: Readonly<Record<string, unknown>> | undefined;
    language: Language;
    assets: AssetUrls;
    navigation: readonly NavigationItem[];
    requestId: string;
    /** The public address is https, however a proxy reaches us. */
    https: boolean;
  };
};
export type AppContext = Context<AppEnv>;

/** The agent of a route that declares an action, or "signed-in": the registry let nobody else through. */
export function agentOfRequest(c: AppContext): Agent {
  return memberOfRequest(c).agent;
}

export function memberOfRequest(c: AppContext): Extract<Visitor, { kind: "agent" }> {
  const visitor = c.get("visitor");
  if (visitor.kind !== "agent") throw new Error("This route is declared public: it has no agent");
  return visitor;
}

/** As it was when the request came in; undefined where nobody is signed in. */
export function seenBeside<T>(c: AppContext, { name }: ReadBeside<T>): T | undefined {
  return c.get("beside")?.[name] as T | undefined;
}
