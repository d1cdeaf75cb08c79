import { type RawBuilder, sql } from "kysely";
import { addMonths, type LocalDate } from "#src/kernel/dates.ts";
import type { AuthorityTransaction } from "#src/platform/db/in-authority.ts";
import { COLUMNS, type RequestLine } from "./request-lists.ts";
import { arcadeStates } from "./request-repository.ts";

/** What waits for a person first; then where things stand. */
export const HOME_SECTIONS = ["countersign", "waiver", "question", "confirm", "review", "draft", "mine", "current"] as const;
export type HomeSection = (typeof HOME_SECTIONS)[number];

export type HomeReader = {
  readonly personId: string;
  readonly today: LocalDate;
  readonly reviews: boolean;
  readonly countersigns: boolean;
  readonly submits: boolean;
  /** Whose requests in progress are shown: one department's; the whole authority's when null. */
  readonly departmentId: string | null;
};

export type HomeLine = RequestLine & {
  readonly departmentName: string;
  /** Who concluded, or asked for a waiver; null for the rest. */
  readonly who: string | null;
  /** "retained" or "ruled-out", of the conclusion to countersign. */
  readonly verdict: string | null;
  /** Of the waiver asked for. */
  readonly entryId: string | null;
};
export type HomeDraft = { readonly id: string; readonly title: string; readonly at: Date };
export type HomeList<Line = HomeLine> = { readonly lines: readonly Line[]; readonly total: number };
export type HomeRequests = Readonly<Record<Exclude<HomeSection, "draft" | "current">, HomeList>> & {
  readonly current: readonly HomeLine[];
  readonly draft: HomeList<HomeDraft>;
  /** True while nobody of this authority ever stated a need. */
  readonly isNew: boolean;
};

const SHOWN = 5;
/** More than is shown: those that are said elsewhere on the page are left out. */
const CURRENT = 20;
/** Nobody asks how many: « any » only says that there is one, and the list of requests counts what is in progress. */
const UNCOUNTED: readonly string[] = ["any", "current"];

type Row = Omit<HomeLine, "arcade"> & {
  readonly arcade: string;
  readonly section: HomeSection | "any";
  readonly total: number | null;
  readonly draftId: string;
  readonly draftTitle: string | null;
  readonly at: Date;
};

/** Everything that one person's home page says of requests, in one query: each part reads its own index and stops early. */
export async function homeRequests(trx: AuthorityTransaction, reader: HomeReader): Promise<HomeRequests> {
  const { rows } = await sql<Row>`${sql.join(partsOf(trx.authorityId, reader), sql` union all `)}`.execute(trx);
  const list = (section: HomeSection): HomeList => {
    const own = rows.filter((row) => row.section === section);
    return {
      total: own[0]?.total ?? 0,
      lines: own.map((row) => ({ ...row, arcade: arcadeStates(row.arcade) })),
    };
  };
  const drafts = rows.filter(({ section }) => section === "draft");
  return {
    countersign: list("countersign"),
    waiver: list("waiver"),
    question: list("question"),
    confirm: list("confirm"),
    review: list("review"),
    mine: list("mine"),
    current: list("current").lines,
    draft: {
      total: drafts[0]?.total ?? 0,
      lines: drafts.map(({ draftId, draftTitle, at }) => ({ id: draftId, title: draftTitle ?? "", at })),
    },
    isNew: !rows.some(({ section }) => section === "any"),
  };
}

function partsOf(authorityId: string, { personId, today, departmentId, ...does }: HomeReader): readonly RawBuilder<unknown>[] {
  const mine = sql`s.submitted_by = ${personId}::uuid`;
  const open = sql`s.due_on is not null`;
  const dueFirst = sql`s.due_on, s.rank`;
  const part = (section: string, where: RawBuilder<unknown>, order = dueFirst, limit = SHOWN): RawBuilder<unknown> =>
    partOf(authorityId, { section, where, order, limit });
  return [
    ...(does.countersigns ? [toCountersign(authorityId, personId), waiversAsked(authorityId, personId)] : []),
    part("question", sql`s.waits_for = 'requester' and ${mine}`),
    part(
      "confirm",
      sql`${mine} and s.confirm_on <= ${today}::date and s.confirmed is null and s.used_since is not null`,
      sql`s.confirm_on, s.rank`,
    ),
    ...(does.reviews ? [part("review", sql`s.waits_for = 'reviewer'`)] : []),
    ...(does.submits ? [drafts(authorityId, personId), part("mine", mine, sql`s.submitted_on desc, s.rank desc`)] : []),
    part("current", departmentId === null ? open : sql`${open} and s.department_id = ${departmentId}::uuid`, dueFirst, CURRENT),
    part("any", sql`true`, sql`s.submitted_on desc, s.rank desc`, 1),
  ];
}

type Part = {
  readonly section: string;
  readonly where: RawBuilder<unknown>;
  readonly order: RawBuilder<unknown>;
  readonly limit: number;
  readonly joins?: RawBuilder<unknown>;
  readonly said?: RawBuilder<unknown>;
};

const NOTHING_SAID = sql`null as who, null as verdict, null::uuid as entry_id`;
const NO_DRAFT = sql`null::uuid as draft_id, null as draft_title, null::timestamptz as at`;

function partOf(authorityId: string, { section, where, order, limit, joins, said = NOTHING_SAID }: Part): RawBuilder<unknown> {
  const filtered = sql`s.authority_id = ${authorityId} and ${where}`;
  if (joins !== undefined) {
    return sql`(
      select ${section} as section, count(*) over () as total, ${COLUMNS}, d.name as department_name, ${said}, ${NO_DRAFT}
        from request_summary s
        join authority a on a.id = s.authority_id
        join department d on d.authority_id = s.authority_id and d.id = s.department_id
        ${joins}
       where ${filtered} order by ${order} limit ${limit})`;
  }
  // Counted from the index alone, and joined for the few lines that are shown.
  const total = UNCOUNTED.includes(section) ? sql`null::bigint` : sql`(select count(*) from request_summary s where ${filtered})`;
  return sql`(
    select ${section} as section, ${total} as total, ${COLUMNS}, d.name as department_name, ${said}, ${NO_DRAFT}
      from (select * from request_summary s where ${filtered} order by ${order} limit ${limit}) s
      join authority a on a.id = s.authority_id
      join department d on d.authority_id = s.authority_id and d.id = s.department_id
     order by ${order})`;
}

/** Conclusions that wait for a guarantor; not one's own, unless the authority has a single person for both. */
function toCountersign(authorityId: string, personId: string): RawBuilder<unknown> {
  return partOf(authorityId, {
    section: "countersign",
    said: sql`author.name as who, concluded.verdict, null::uuid as entry_id`,
    joins: sql`
      join lateral (
        select e.person_id, e.content -> 'verdict' ->> 'kind' as verdict from request_entry e
         where e.authority_id = s.authority_id and e.request_id = s.request_id and e.content ->> 'kind' = 'gate-concluded'
         order by e.sequence desc limit 1) concluded on true
      left join membership author on author.authority_id = s.authority_id and author.person_id = concluded.person_id`,
    where: sql`s.waits_for = 'guarantor' and (concluded.person_id <> ${personId}::uuid or a.countersignature = 'single-person')`,
    order: sql`s.due_on, s.rank`,
    limit: SHOWN,
  });
}

/** Waivers asked for at the open gate and not answered yet; not one's own, as above. One line a waiver. */
function waiversAsked(authorityId: string, personId: string): RawBuilder<unknown> {
  return partOf(authorityId, {
    section: "waiver",
    said: sql`author.name as who, null as verdict, asked.id as entry_id`,
    joins: sql`
      join request_entry asked on asked.authority_id = s.authority_id and asked.request_id = s.request_id
       and asked.content ->> 'kind' = 'waiver-requested'
      left join membership author on author.authority_id = s.authority_id and author.person_id = asked.person_id`,
    where: sql`s.pending_waivers > 0 and s.state = 'searching' and (asked.person_id <> ${personId}::uuid or a.countersignature = 'single-person')
      and not exists (
        select from request_entry answer
         where answer.authority_id = s.authority_id and answer.request_id = s.request_id
           and answer.content ->> 'kind' = 'waiver-answered' and answer.content ->> 'requestedBy' = asked.id::text)`,
    order: sql`s.due_on, s.rank, asked.sequence`,
    limit: SHOWN,
  });
}

/** In the same columns as requests, which a draft is not yet. The title as typed: a field sent once, or several times. */
function drafts(authorityId: string, personId: string): RawBuilder<unknown> {
  return sql`(
    select 'draft' as section, count(*) over () as total, ${COLUMNS}, d.name as department_name, ${NOTHING_SAID}, r.id as draft_id,
           case jsonb_typeof(r.content -> 'titre') when 'array' then r.content -> 'titre' ->> 0 else r.content ->> 'titre' end as draft_title,
           r.updated_at as at
      from request_draft r
      left join request_summary s on false left join authority a on false left join department d on false
     where r.authority_id = ${authorityId} and r.person_id = ${personId}::uuid order by r.updated_at desc limit ${SHOWN})`;
}

/** Days from submission to first use: the median of the requests served in the twelve months before `today`, and how many they are. */
export type LeadTime = { readonly days: number | null; readonly served: number };

export async function leadTime(trx: AuthorityTransaction, today: LocalDate): Promise<LeadTime> {
  const { rows } = await sql<LeadTime>`
    select percentile_cont(0.5) within group (order by greatest(used_since - submitted_on, 0)) as days, count(*) as served
      from request_summary
     where authority_id = ${trx.authorityId} and used_since > ${addMonths(today, -12)}::date and used_since <= ${today}::date`.execute(trx);
  return rows[0] ?? { days: null, served: 0 };
}
