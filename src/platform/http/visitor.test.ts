import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { anAuthority, aSignedInCookie } from "#src/authorities/testing.ts";
import { watchedDatabase } from "#src/platform/db/testing.ts";
import { testDeps } from "#src/platform/testing.ts";
import { languageOf, visitorsFrom } from "./visitor.ts";

const asked = (headers: Record<string, string>) => languageOf({ kind: "signed-out" }, new Headers(headers));

describe("the language of somebody who is not signed in", () => {
  it("is the one chosen on this browser, else the first it asks for that we speak, else French", () => {
    expect(asked({ cookie: "a=1; langue=en; b=2", "accept-language": "fr" })).toBe("en");
    expect(asked({ cookie: "langue=xx", "accept-language": "de, en-GB;q=0.8, fr;q=0.5" })).toBe("en");
    expect(asked({ cookie: "autrelangue=en" })).toBe("fr");
    expect(asked({})).toBe("fr");
  });
});

const deps = await testDeps();

describe("requests that come in together", () => {
  it("are each of their own person, from one question, and a session closed meanwhile opens nothing", async () => {
    const [here, there] = [await anAuthority(deps, { name: "Ici" }), await anAuthority(deps, { name: "Là-bas" })];
    const agents = [here.reviewer, here.requester, there.reviewer, there.guarantor];
    const cookies = await Promise.all(agents.map((agent) => aSignedInCookie(deps, agent)));
    const closed = await aSignedInCookie(deps, here.administrator);
    const { db, sent } = watchedDatabase(deps.url);
    const resolve = visitorsFrom({ auth: deps.auth, db }, [{ name: "mark", value: sql`to_jsonb(7)` }]);
    const of = (cookie: string) => resolve(new Headers({ cookie }));
    await Promise.all([...cookies, closed].map(of));
    await sql`delete from auth.session where "userId" = ${here.administrator.id}`.execute(deps.db);
    sent.length = 0;
    const seen = await Promise.all([...cookies, closed, "", cookies[0] ?? "", "beffroi.session_token=forged.abc"].map(of));
    expect(sent).toHaveLength(1);
    const people = seen.map(({ visitor }) =>
      visitor.kind === "agent" ? [visitor.agent.id, visitor.authority.name, visitor.agent.roles] : visitor.kind,
    );
    const expected = agents.map((agent) => [agent.id, agent.authorityId === here.id ? "Ici" : "Là-bas", agent.roles]);
    expect(people).toEqual([...expected, "signed-out", "signed-out", expected[0], "signed-out"]);
    expect(seen.map(({ beside }) => beside)).toEqual([...agents.map(() => ({ mark: 7 })), {}, {}, { mark: 7 }, {}]);
  });
});
