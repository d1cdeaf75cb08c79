import { type RawBuilder, sql } from "kysely";
import { agentOf } from "#src/kernel/agent.ts";
import type { AuthorityId, DepartmentId, PersonId } from "#src/kernel/ids.ts";
import { isLanguage, type Language } from "#src/kernel/language.ts";
import { isRole } from "#src/kernel/rights.ts";
import type { Database } from "#src/platform/db/database.ts";
import type { ReadBeside } from "#src/platform/db/read-beside.ts";
import { together } from "#src/platform/db/together.ts";
import type { Deps } from "#src/platform/deps.ts";
import type { Visitor } from "./context.ts";

/** A session is prolonged while it serves, yet never beyond this: whoever works every day signs in once a week. */
const LONGEST_SESSION = "7 days";

/** The cookie that keeps the language of those who are not signed in. */
export const LANGUAGE_COOKIE = "langue";

type Row = Partial<Member> & {
  readonly personId: PersonId;
  readonly personName: string;
  readonly language: string;
  readonly beside: Beside;
};
type Member = {
  readonly authorityId: AuthorityId;
  readonly authorityName: string;
  readonly slug: string;
  readonly isDemonstration: boolean;
  readonly name: string;
  readonly departmentId: DepartmentId | null;
  readonly roles: readonly string[];
  readonly authorities: number;
  readonly unread: number;
};

/** What was read beside, by name. */
export type Beside = Readonly<Record<string, unknown>>;
export type Resolved = { readonly visitor: Visitor; readonly beside: Beside };

/**
 * Who sends these headers: read afresh at every request, so that a role withdrawn, or a session closed, is so at once. Of requests that
 * come in together, it is one question to the database.
 */
export function visitorsFrom(
  { auth, db }: Pick<Deps, "auth" | "db">,
  besides: readonly ReadBeside<unknown>[] = [],
): (headers: Headers) => Promise<Resolved> {
  const personOf = together((database, tokens: readonly string[]) => peopleOfSessions(database, tokens, besides));
  return async (headers) => {
    const token = await auth.tokenOf(headers);
    const row = token === undefined ? undefined : await personOf(db, token);
    return row === undefined ? { visitor: { kind: "signed-out" }, beside: {} } : { visitor: visitorOf(row), beside: row.beside };
  };
}

function visitorOf(row: Row): Visitor {
  const { personId, language } = row;
  if (!isMember(row)) return { kind: "outsider", personId, name: row.personName };
  const { authorityId, name, departmentId, slug, authorityName, isDemonstration } = row;
  return {
    kind: "agent",
    agent: agentOf({
      id: personId,
      authorityId,
      name,
      departmentId,
      roles: row.roles.filter(isRole),
      language: isLanguage(language) ? language : "fr",
    }),
    authority: { id: authorityId, slug, name: authorityName, isDemonstration },
    authorities: row.authorities,
    unreadNotifications: row.unread,
  };
}

function isMember(row: Row): row is Row & Member {
  return typeof row.authorityId === "string";
}

/**
 * The person of each of these sessions that is open, and the authority they act for: the one last chosen while still a member of it,
 * else the first by name. Read as the tables' owner: no authority is named yet.
 */
async function peopleOfSessions(
  db: Database,
  tokens: readonly string[],
  besides: readonly ReadBeside<unknown>[],
): Promise<readonly (Row | undefined)[]> {
  const pairs = besides.flatMap(({ name, value }): RawBuilder<unknown>[] => [sql.lit(name), value]);
  const { rows } = await sql<Row & { readonly token: string }>`
    select s.token, u.id as person_id, u.name as person_name, u.language, chosen.*, json_build_object(${sql.join(pairs)}) as beside
      from auth.session s
      join auth."user" u on u.id = s."userId"
      left join lateral (
        select m.authority_id, a.name as authority_name, a.slug, a.is_demonstration, m.name, m.department_id, m.roles,
               count(*) over () as authorities,
               (select count(*) from notification n
                 where n.authority_id = m.authority_id and n.person_id = m.person_id and n.read_at is null) as unread
          from membership m
          join authority a on a.id = m.authority_id
         where m.person_id = u.id and m.left_at is null
         order by (m.authority_id = u."lastAuthorityId") desc nulls last, a.name, a.id
         limit 1) chosen on true
     where s.token = any(${[...new Set(tokens)]}::text[]) and s."expiresAt" > now() and s."createdAt" > now() - ${LONGEST_SESSION}::interval`.execute(
    db,
  );
  const byToken = new Map(rows.map((row) => [row.token, row]));
  return tokens.map((token) => byToken.get(token));
}

/** An agent's own language; else the one chosen on this browser; else the first that the browser asks for and we speak; else French. */
export function languageOf(visitor: Visitor, headers: Headers): Language {
  if (visitor.kind === "agent") return visitor.agent.language;
  const chosen = new RegExp(`(?:^|;\\s*)${LANGUAGE_COOKIE}=(\\w+)`).exec(headers.get("cookie") ?? "")?.[1];
  if (isLanguage(chosen)) return chosen;
  const asked = (headers.get("accept-language") ?? "")
    .slice(0, 200)
    .split(",")
    .map((part) => part.trim().slice(0, 2).toLowerCase());
  return asked.find(isLanguage) ?? "fr";
}
