-- Requests. The entries are the whole truth; the summary is computed from them in the same transaction, for lists (ADR 0005).
create table request (
  authority_id uuid not null references authority,
  id uuid not null,
  year integer not null,
  number integer not null,
  -- The round before this one, when a decision was taken up again.
  previous_id uuid,
  round integer not null default 1,
  department_id uuid not null,
  submitted_by uuid not null,
  submitted_at timestamptz not null,
  primary key (authority_id, id),
  unique (authority_id, year, number),
  foreign key (authority_id, previous_id) references request (authority_id, id),
  foreign key (authority_id, department_id) references department (authority_id, id)
);
create unique index request_round on request (authority_id, previous_id) where previous_id is not null;
alter table request enable row level security;
create policy own on request to beffroi_authority using (authority_id = current_authority());
grant select, insert on request to beffroi_authority;

create table request_entry (
  authority_id uuid not null,
  request_id uuid not null,
  sequence integer not null,
  id uuid not null,
  at timestamptz not null,
  person_id uuid not null,
  role text not null,
  content jsonb not null,
  primary key (authority_id, request_id, sequence),
  foreign key (authority_id, request_id) references request (authority_id, id)
);
create unique index request_entry_id on request_entry (authority_id, id);
alter table request_entry enable row level security;
create policy own on request_entry to beffroi_authority using (authority_id = current_authority());
grant select, insert on request_entry to beffroi_authority;
create trigger append_only before update or delete on request_entry for each row execute function refuse_change();
create trigger append_only_whole before truncate on request_entry for each statement execute function refuse_change();

create table request_summary (
  authority_id uuid not null,
  request_id uuid not null,
  reference text not null,
  title text not null,
  department_id uuid not null,
  submitted_by uuid not null,
  submitted_on date not null,
  entries integer not null,
  -- One of the domain's states: searching, to-countersign, settled, unmet, withdrawn.
  state text not null,
  gate smallint,
  -- Since when it stands there, and by when it should have left.
  since date not null,
  due_on date,
  -- Whose move it is: requester, reviewer, guarantor, or nobody.
  waits_for text,
  solution text,
  decided_on date,
  used_since date,
  confirm_on date,
  confirmed text,
  needed_by date,
  -- Waivers that await the guarantor's answer.
  pending_waivers integer not null default 0,
  -- Conclusion of each of the four gates, for the small arcade: o(ut) h(ere) k(ept) l(ater) w(aiting).
  arcade text not null,
  search tsvector not null,
  -- « 2026-041 » as a number that sorts: by year, then by number.
  rank integer not null generated always as (left(reference, 4)::integer * 1000000 + substr(reference, 6)::integer) stored,
  primary key (authority_id, request_id),
  foreign key (authority_id, request_id) references request (authority_id, id)
);
create index request_summary_recent on request_summary (authority_id, submitted_on desc, rank desc);
create index request_summary_rank on request_summary (authority_id, rank);
create index request_summary_state on request_summary (authority_id, state, submitted_on desc);
create index request_summary_department on request_summary (authority_id, department_id, submitted_on desc);
create index request_summary_waits on request_summary (authority_id, waits_for, due_on, rank) where waits_for is not null;
create index request_summary_person on request_summary (authority_id, submitted_by, submitted_on desc);
create index request_summary_due on request_summary (authority_id, due_on, rank) where due_on is not null;
create index request_summary_used on request_summary (authority_id, used_since, submitted_on) where used_since is not null;
create index request_summary_confirm on request_summary (authority_id, confirm_on) where confirm_on is not null and confirmed is null;
create index request_summary_waivers on request_summary (authority_id, due_on) where pending_waivers > 0;
create index request_summary_search on request_summary using gin (search);
alter table request_summary enable row level security;
create policy own on request_summary to beffroi_authority using (authority_id = current_authority());
grant select, insert, update on request_summary to beffroi_authority;

-- What a requester has begun to write, and may leave and resume.
create table request_draft (
  authority_id uuid not null references authority,
  id uuid not null,
  person_id uuid not null,
  content jsonb not null,
  updated_at timestamptz not null,
  primary key (authority_id, id)
);
create index request_draft_person on request_draft (authority_id, person_id, updated_at desc);
alter table request_draft enable row level security;
create policy own on request_draft to beffroi_authority using (authority_id = current_authority());
grant select, insert, update, delete on request_draft to beffroi_authority;

create table attachment (
  authority_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  entry_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  media_type text not null,
  size integer not null check (size between 1 and 10485760),
  sha256 text not null,
  bytes bytea not null,
  primary key (authority_id, id),
  foreign key (authority_id, request_id) references request (authority_id, id)
);
create index attachment_request on attachment (authority_id, request_id);
alter table attachment alter column bytes set storage external;
alter table attachment enable row level security;
create policy own on attachment to beffroi_authority using (authority_id = current_authority());
grant select, insert on attachment to beffroi_authority;

-- The sealed decision: the document as hashed, and its public version, which names roles and no person.
create table decision_record (
  authority_id uuid not null,
  request_id uuid not null,
  sealed_at timestamptz not null,
  document text not null,
  public_document text not null,
  hash text not null,
  public_hash text not null,
  primary key (authority_id, request_id),
  foreign key (authority_id, request_id) references request (authority_id, id)
);
create index decision_record_sealed on decision_record (authority_id, sealed_at desc);
alter table decision_record enable row level security;
create policy own on decision_record to beffroi_authority using (authority_id = current_authority());
grant select, insert on decision_record to beffroi_authority;
create trigger append_only before update or delete on decision_record for each row execute function refuse_change();
create trigger append_only_whole before truncate on decision_record for each statement execute function refuse_change();
