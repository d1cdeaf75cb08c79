import { searchSoftware } from "#src/catalogue/public.ts";
import { type InstallationMatch, matchInstallations } from "#src/inventory/public.ts";
import type { Agent } from "#src/kernel/agent.ts";
import { type AuthorityReader, readAuthority } from "#src/platform/db/in-authority.ts";
import type { Deps } from "#src/platform/deps.ts";
import { type FormValues, typed } from "#src/platform/http/form.ts";

const MATCHES = 6;

/** What is in service and looks like what was typed, by its own words and by what the catalogue finds for them. */
export function matching({ db }: Deps, agent: Agent, text: string): Promise<readonly InstallationMatch[]> {
  const words = text
    .replace(/\p{Cc}/gu, " ")
    .slice(0, 500)
    .trim();
  if (words.length < 3) return Promise.resolve([]);
  return readAuthority(db, agent.authorityId, (reader) => matchesFor(reader, words));
}

/** The same for a need, by its title and its words. */
export function matchingNeed(deps: Deps, agent: Agent, form: FormValues): Promise<readonly InstallationMatch[]> {
  return matching(deps, agent, `${typed(form, "titre")} ${typed(form, "besoin")}`);
}

async function matchesFor(reader: AuthorityReader, words: string): Promise<readonly InstallationMatch[]> {
  const { results } = await searchSoftware(reader, { text: words, limit: 8 });
  return matchInstallations(reader, { words, softwareSlugs: results.map(({ slug }) => slug), limit: MATCHES });
}
