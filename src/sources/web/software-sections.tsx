import type { Child } from "hono/jsx";
import type { Software } from "#src/catalogue/public.ts";
import { dayOf } from "#src/kernel/dates.ts";
import type { AuthorityReader } from "#src/platform/db/in-authority.ts";
import { type AppContext, agentOfRequest } from "#src/platform/http/context.ts";
import { ownWordsOf, speakerOf } from "../db/own-words.ts";
import { partsOf } from "../db/parts.ts";
import { lifecycleOf, sourceNames } from "../db/release-cycles.ts";
import { statementsOf } from "../db/statements.ts";
import { usersIn } from "../domain/origins.ts";
import { Lifecycles } from "./lifecycle-section.tsx";
import { OriginSection } from "./origin-section.tsx";
import { OwnSection } from "./own-section.tsx";
import { PartsSection } from "./parts-section.tsx";
import { UsersSection } from "./users-section.tsx";

const CYCLES_SHOWN = 12;

/** What the sources say of a software, on its page: what is coming, who else uses it, and whose word all of it is. */
export async function sourceSections(
  reader: AuthorityReader,
  software: Software,
  c: AppContext,
  now: () => Date,
): Promise<{ readonly story: Child; readonly beside: Child; readonly last: Child }> {
  const language = c.get("language");
  const statements = await statementsOf(reader, [software.slug]);
  const names = await sourceNames(reader);
  const own = await ownWordsOf(reader, reader.authorityId, software.slug);
  const standing = own?.withdrawnAt === null ? own : undefined;
  const ownSource = standing === undefined ? undefined : (await speakerOf(reader, reader.authorityId)).sourceId;
  const parts = await partsOf(reader, software.slug);
  const lifecycle = software.endoflife === null ? undefined : await lifecycleOf(reader, software.endoflife, CYCLES_SHOWN);
  return {
    story: (
      <>
        <PartsSection parts={parts} language={language} />
        <UsersSection users={usersIn(statements)} language={language} />
        <Lifecycles lifecycle={lifecycle} today={dayOf(now())} language={language} />
      </>
    ),
    last: <OriginSection {...{ software, statements, names, ownSource, language }} />,
    beside:
      standing === undefined ? null : (
        <OwnSection own={standing} mayCorrect={agentOfRequest(c).may("correct-catalogue")} {...{ software, language }} />
      ),
  };
}
