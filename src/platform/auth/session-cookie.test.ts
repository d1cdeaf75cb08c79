import { afterAll, expect, it } from "vitest";
import { openPool } from "#src/platform/db/database.ts";
import { testDatabase } from "#src/platform/db/testing.ts";
import { createAuth } from "./auth.ts";
import { ensurePerson, signInWithPassword, signOut } from "./credentials.ts";

const { url } = await testDatabase();
const pool = openPool(url, { max: 3, options: "-c search_path=auth" });
afterAll(() => pool.end());
const caller = { address: "203.0.113.7", userAgent: "", cookies: "" };
const person = { email: "ines@ville.example", name: "Inès", language: "fr", password: "correct cheval pile agrafe" } as const;

async function cookieOver(publicUrl: string) {
  const auth = createAuth({
    pool,
    secret: "a secret of at least thirty-two characters",
    publicUrl,
    sendPasswordReset: async () => undefined,
  });
  await ensurePerson(auth, person);
  const signedIn = await signInWithPassword(auth, caller, person.email, person.password);
  const [cookie = ""] = "cookies" in signedIn ? signedIn.cookies : [];
  return { auth, cookie, pair: cookie.split(";", 1)[0] ?? "" };
}

it("over https the session's cookie is bound to this very host, and no cookie of another name opens it", async () => {
  const { auth, cookie, pair } = await cookieOver("https://beffroi.ville.example");
  expect(cookie).toMatch(/^__Host-beffroi\.session_token=/);
  for (const attribute of ["Path=/", "HttpOnly", "Secure", "SameSite=Lax"]) expect(cookie.toLowerCase()).toContain(attribute.toLowerCase());
  expect(cookie.toLowerCase()).not.toContain("domain");
  expect(await auth.tokenOf(new Headers({ cookie: pair }))).toBeDefined();
  for (const name of ["beffroi", "__Secure-beffroi"])
    expect(await auth.tokenOf(new Headers({ cookie: pair.replace("__Host-beffroi", name) }))).toBeUndefined();
  const { cookies } = await signOut(auth, { ...caller, cookies: pair });
  expect(cookies.find((each) => each.startsWith("__Host-beffroi.session_token=;"))).toMatch(/max-age=0/i);
});

it("over http, which development alone speaks, it has the plain name", async () => {
  const { auth, cookie, pair } = await cookieOver("http://beffroi.test");
  expect(cookie).toMatch(/^beffroi\.session_token=/);
  expect(cookie.toLowerCase()).not.toContain("secure");
  expect(await auth.tokenOf(new Headers({ cookie: pair }))).toBeDefined();
});
