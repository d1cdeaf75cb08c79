import type { Child } from "hono/jsx";
import type { Software } from "#src/catalogue/public.ts";
import { dayOf } from "#src/kernel/dates.ts";
import type { AuthorityReader } from "#src/platform/db/in-authority.ts";
import type { AppContext } from "#src/platform/http/context.ts";
import { lifecycleOf, sourceNames } from "../db/release-cycles.ts";
import { statementsOf } from "../db/statements.ts";
import { usersIn } from "../domain/origins.ts";
import { Lifecycles } from "./lifecycle-section.tsx";
import { OriginSection } from "./origin-section.tsx";
import { UsersSection } from "./users-section.tsx";

const CYCLES_SHOWN = 12;

/** What the sources say of a software, on its page: what is coming, who else uses it, and whose word all of it is. */
export async function sourceSections(
  reader: AuthorityReader,
  software: Software,
  c: AppContext,
  now: () => Date,
): Promise<{ readonly story: Child; readonly beside: Child }> {
  const language = c.get("language");
  const statements = await statementsOf(reader, [software.slug]);
  const names = await sourceNames(reader);
  const lifecycle = software.endoflife === null ? undefined : await lifecycleOf(reader, software.endoflife, CYCLES_SHOWN);
  return {
    story: (
      <>
        <UsersSection users={usersIn(statements)} language={language} />
        <Lifecycles lifecycle={lifecycle} today={dayOf(now())} language={language} />
        <OriginSection software={software} statements={statements} names={names} language={language} />
      </>
    ),
    beside: null,
  };
}
