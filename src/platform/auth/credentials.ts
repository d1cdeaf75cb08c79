import type { PersonId } from "#src/kernel/ids.ts";
import type { Language } from "#src/kernel/language.ts";
import { AUTH_PATH, type Auth } from "./auth.ts";

/** What the caller must know of the browser that signs in: the limits of attempts count by address. */
export type Caller = { readonly address: string; readonly userAgent: string; readonly cookies: string };

export type SignedIn = { readonly cookies: readonly string[] };
export type SignInRefusal = { readonly kind: "wrong-credentials" } | { readonly kind: "too-many-attempts"; readonly seconds: number };

/** Calls one endpoint of better-auth as its own HTTP handler does, so that its limits of attempts hold. */
export async function callAuth(auth: Auth, caller: Caller, endpoint: string, body: object): Promise<Response> {
  const base = auth.options.baseURL;
  return auth.handler(
    new Request(`${base}${AUTH_PATH}${endpoint}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        origin: base,
        "user-agent": caller.userAgent,
        "x-beffroi-client": caller.address,
        cookie: caller.cookies,
      },
      body: JSON.stringify(body),
    }),
  );
}

export async function signInWithPassword(auth: Auth, caller: Caller, email: string, password: string): Promise<SignedIn | SignInRefusal> {
  const answer = await callAuth(auth, { ...caller, cookies: "" }, "/sign-in/email", { email, password });
  if (answer.ok) return { cookies: answer.headers.getSetCookie() };
  if (answer.status === 429) return { kind: "too-many-attempts", seconds: Number(answer.headers.get("x-retry-after") ?? 60) };
  return { kind: "wrong-credentials" };
}

export async function signOut(auth: Auth, caller: Caller): Promise<SignedIn> {
  const answer = await callAuth(auth, caller, "/sign-out", {});
  return { cookies: answer.headers.getSetCookie() };
}

/** Makes somebody's account, or finds it: an address is one person on the whole instance. `password` undefined: signs in by link. */
export async function ensurePerson(
  auth: Auth,
  person: { readonly email: string; readonly name: string; readonly language: Language; readonly password?: string },
): Promise<{ readonly id: PersonId; readonly existed: boolean }> {
  const context = await auth.$context;
  const email = person.email.toLowerCase();
  const known = await context.internalAdapter.findUserByEmail(email);
  if (known !== null) return { id: known.user.id as PersonId, existed: true };
  const user = await context.internalAdapter.createUser(
    { email, name: person.name, emailVerified: true, language: person.language },
    { method: "invitation" },
  );
  if (person.password !== undefined) {
    const password = await context.password.hash(person.password);
    await context.internalAdapter.linkAccount({ userId: user.id, providerId: "credential", accountId: user.id, password });
  }
  return { id: user.id as PersonId, existed: false };
}
