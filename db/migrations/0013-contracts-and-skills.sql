-- What the authority owes and is owed: contracts, their documents, the calendar that comes of them; and who knows how to do what.

create table contract (
  authority_id uuid not null references authority,
  id uuid not null,
  title text not null check (length(title) between 1 and 200),
  title_key text not null generated always as (folded(title)) stored,
  reference text not null default '' check (length(reference) <= 100),
  -- The instance's supplier where it is known there; its name as written, always.
  supplier_id uuid references supplier,
  supplier_name text not null check (length(supplier_name) between 1 and 200),
  kind text not null check (kind in ('licence', 'subscription', 'hosting', 'support', 'services', 'training')),
  starts_on date not null,
  -- Null: without an end.
  ends_on date check (ends_on >= starts_on),
  renewal text not null check (renewal in ('none', 'tacit', 'express')),
  -- Months added by each tacit renewal.
  renewal_months integer check (renewal_months between 1 and 120),
  notice_months integer check (notice_months between 0 and 60),
  -- Cents of euro a year, excluding tax. Null: not known.
  yearly_amount bigint check (yearly_amount between 0 and 100000000000),
  indexation text not null default '' check (length(indexation) <= 300),
  notes text not null default '' check (length(notes) <= 2000),
  -- Ended before its term, notice given.
  closed_on date,
  declared_by uuid,
  declared_at timestamptz not null,
  version integer not null default 1,
  primary key (authority_id, id)
);
create index contract_title on contract (authority_id, title_key, id);
create index contract_end on contract (authority_id, ends_on);
create index contract_supplier on contract (authority_id, supplier_id);
alter table contract enable row level security;
create policy own on contract to beffroi_authority using (authority_id = current_authority());
grant select, insert, update on contract to beffroi_authority;

-- What a contract covers. `share`: percent of the amount that is for this installation; null: in equal parts.
create table contract_installation (
  authority_id uuid not null,
  contract_id uuid not null,
  installation_id uuid not null,
  share numeric(5, 2) check (share between 0 and 100),
  primary key (authority_id, contract_id, installation_id),
  foreign key (authority_id, contract_id) references contract (authority_id, id) on delete cascade,
  foreign key (authority_id, installation_id) references installation (authority_id, id) on delete cascade
);
create index contract_installation_installation on contract_installation (authority_id, installation_id);
alter table contract_installation enable row level security;
create policy own on contract_installation to beffroi_authority using (authority_id = current_authority());
grant select, insert, update, delete on contract_installation to beffroi_authority;

create table contract_document (
  authority_id uuid not null,
  contract_id uuid not null,
  id uuid not null,
  file_name text not null check (length(file_name) between 1 and 200),
  media_type text not null,
  size integer not null,
  content bytea not null,
  added_by uuid not null,
  added_at timestamptz not null,
  removed_at timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, contract_id) references contract (authority_id, id)
);
create index contract_document_contract on contract_document (authority_id, contract_id);
alter table contract_document enable row level security;
create policy own on contract_document to beffroi_authority using (authority_id = current_authority());
grant select, insert, update on contract_document to beffroi_authority;

-- The private address of a person's calendar: the secret is shown once, its hash alone is kept. Read without a session, hence by the owner.
create table calendar_feed (
  authority_id uuid not null references authority,
  id uuid not null,
  person_id uuid not null,
  token_hash bytea not null unique,
  made_at timestamptz not null,
  read_at timestamptz,
  revoked_at timestamptz,
  primary key (authority_id, id)
);
create unique index calendar_feed_person on calendar_feed (authority_id, person_id) where revoked_at is null;
alter table calendar_feed enable row level security;
create policy own on calendar_feed to beffroi_authority using (authority_id = current_authority());
grant select, insert, update on calendar_feed to beffroi_authority;

-- Who can do what: a person of the authority, a supplier, another authority; on one installation.
create table skill (
  authority_id uuid not null references authority,
  id uuid not null,
  installation_id uuid not null,
  holder text not null check (holder in ('person', 'supplier', 'authority')),
  person_id uuid,
  supplier_id uuid references supplier,
  -- As written, for a supplier that the catalogue does not know, or an authority.
  holder_name text not null default '' check (length(holder_name) <= 200),
  abilities text[] not null check (cardinality(abilities) > 0 and abilities <@ array['install', 'administer', 'train', 'repair']),
  note text not null default '' check (length(note) <= 300),
  said_by uuid not null,
  said_at timestamptz not null,
  version integer not null default 1,
  primary key (authority_id, id),
  foreign key (authority_id, installation_id) references installation (authority_id, id) on delete cascade,
  check ((holder = 'person') = (person_id is not null))
);
create index skill_installation on skill (authority_id, installation_id);
create index skill_person on skill (authority_id, person_id) where person_id is not null;
create index skill_supplier on skill (authority_id, supplier_id) where supplier_id is not null;
alter table skill enable row level security;
create policy own on skill to beffroi_authority using (authority_id = current_authority());
grant select, insert, update, delete on skill to beffroi_authority;
