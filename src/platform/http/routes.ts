import type { Hono } from "hono";
import type { Action } from "#src/kernel/rights.ts";
import type { AppContext, AppEnv } from "./context.ts";

/** Who may call a route: anybody, any member of an authority, or those whose roles carry an action. */
export type Access = "public" | "signed-in" | Action;
export type DeclaredRoute = { readonly method: "GET" | "POST"; readonly path: string; readonly access: Access };
export type Handler = (c: AppContext) => Response | Promise<Response>;

/** Answers for those whom a route does not let in. */
export type Doors = {
  readonly signIn: (c: AppContext) => Response | Promise<Response>;
  readonly forbidden: (c: AppContext) => Response | Promise<Response>;
};

/** Every route of the application is declared here, with what it needs; `declared` is what the test of rights walks. */
export type Routes = {
  readonly get: (path: string, access: Access, handler: Handler) => void;
  readonly post: (path: string, access: Access, handler: Handler) => void;
  readonly declared: readonly DeclaredRoute[];
};

export function openRoutes(app: Hono<AppEnv>, doors: Doors): Routes {
  const declared: DeclaredRoute[] = [];
  const guard =
    (access: Access, handler: Handler): Handler =>
    (c) => {
      if (access === "public") return handler(c);
      const visitor = c.get("visitor");
      if (visitor.kind === "signed-out") return doors.signIn(c);
      if (visitor.kind === "outsider") return doors.forbidden(c);
      if (access !== "signed-in" && !visitor.agent.may(access)) return doors.forbidden(c);
      return handler(c);
    };
  return {
    declared,
    get: (path, access, handler) => {
      declared.push({ method: "GET", path, access });
      app.get(path, guard(access, handler));
    },
    post: (path, access, handler) => {
      declared.push({ method: "POST", path, access });
      app.post(path, guard(access, handler));
    },
  };
}
