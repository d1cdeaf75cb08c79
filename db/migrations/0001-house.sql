-- The house: authorities, their people, sign-in, the journal, notifications.
-- Rule of every table of an authority: authority_id leads its key, and a policy shows only the authority that the transaction names.

create extension if not exists unaccent;
create extension if not exists pg_trgm;

create text search configuration beffroi (copy = french);
alter text search configuration beffroi alter mapping for asciiword, asciihword, hword_asciipart, word, hword, hword_part with unaccent, french_stem;

-- Roles belong to the whole server: another database of it may have made this one already.
do $$ begin
  if not exists (select from pg_roles where rolname = 'beffroi_authority') then
    begin
      create role beffroi_authority nologin;
    exception when duplicate_object or unique_violation then null;
    end;
  end if;
  execute format('grant beffroi_authority to %I', current_user);
end $$;
grant usage on schema public to beffroi_authority;

create function current_authority() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.authority_id', true), '')::uuid;

create table authority (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,79}$'),
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in ('commune', 'epci', 'departement', 'region', 'syndicat', 'ccas', 'other')),
  siren text check (siren ~ '^[0-9]{9}$'),
  insee_code text,
  population integer check (population >= 0),
  is_demonstration boolean not null default false,
  countersignature text not null default 'required' check (countersignature in ('required', 'single-person')),
  -- Target days at gates 1 to 4.
  target_days integer[] not null default '{5,20,20,30}' check (array_length(target_days, 1) = 4),
  -- Months between the decision and the question « does it do, in use, what was decided? ».
  confirm_after_months integer not null default 6 check (confirm_after_months between 1 and 36),
  publishes_decisions boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null
);
create index authority_siren on authority (siren);
alter table authority enable row level security;
create policy own on authority to beffroi_authority using (id = current_authority());
grant select, update (name, countersignature, target_days, confirm_after_months, publishes_decisions, version) on authority to beffroi_authority;

create table department (
  authority_id uuid not null references authority,
  id uuid not null,
  parent_id uuid,
  name text not null check (length(name) between 1 and 120),
  closed_at timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, parent_id) references department (authority_id, id)
);
create unique index department_name on department (authority_id, coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), lower(name)) where closed_at is null;
alter table department enable row level security;
create policy own on department to beffroi_authority using (authority_id = current_authority());
grant select, insert, update on department to beffroi_authority;

-- Sign-in: the tables of better-auth, in its own names, in a schema that no authority's role may enter.
create schema auth;
create table auth."user" (
  id uuid primary key, name text not null, email text not null unique, "emailVerified" boolean not null, image text,
  language text not null default 'fr' check (language in ('fr', 'en')),
  "lastAuthorityId" uuid,
  "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now()
);
create table auth.session (
  id uuid primary key, "expiresAt" timestamptz not null, token text not null unique, "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null, "ipAddress" text, "userAgent" text, "userId" uuid not null references auth."user" on delete cascade
);
create index session_person on auth.session ("userId");
create table auth.account (
  id uuid primary key, "accountId" text not null, "providerId" text not null, "userId" uuid not null references auth."user" on delete cascade,
  "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz,
  scope text, password text, "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null
);
create index account_person on auth.account ("userId");
create table auth.verification (
  id uuid primary key, identifier text not null, value text not null, "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now()
);
create index verification_identifier on auth.verification (identifier);
create table auth."rateLimit" (id uuid primary key, key text not null unique, count integer not null, "lastRequest" bigint not null);

create table membership (
  authority_id uuid not null references authority,
  person_id uuid not null references auth."user",
  -- Name and address as this authority knows them.
  name text not null check (length(name) between 1 and 120),
  email text not null,
  job_title text,
  department_id uuid,
  roles text[] not null check (cardinality(roles) > 0),
  joined_at timestamptz not null,
  left_at timestamptz,
  version integer not null default 1,
  primary key (authority_id, person_id),
  foreign key (authority_id, department_id) references department (authority_id, id)
);
create index membership_person on membership (person_id);
create index membership_department on membership (authority_id, department_id);
create index membership_roles on membership using gin (roles);
alter table membership enable row level security;
create policy own on membership to beffroi_authority using (authority_id = current_authority());
grant select, insert, update on membership to beffroi_authority;

create table invitation (
  authority_id uuid not null references authority,
  id uuid not null,
  email text not null,
  name text not null check (length(name) between 1 and 120),
  department_id uuid,
  roles text[] not null check (cardinality(roles) > 0),
  token_hash text not null unique,
  invited_by uuid,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, department_id) references department (authority_id, id)
);
create index invitation_pending on invitation (authority_id, invited_at desc) where accepted_at is null and revoked_at is null;
alter table invitation enable row level security;
create policy own on invitation to beffroi_authority using (authority_id = current_authority());
grant select, insert, update on invitation to beffroi_authority;

-- The one-time link that lets the first administrator in, while there is no authority.
create table set_up_link (token_hash text primary key, created_at timestamptz not null, used_at timestamptz);

-- Official authorities of France, loaded from the reference data when first needed: never a tenant's data.
create table official_authority (
  kind text not null check (kind in ('commune', 'epci', 'departement', 'region')),
  code text not null,
  name text not null,
  siren text,
  population integer,
  department_code text,
  searched text not null,
  primary key (kind, code)
);
create index official_authority_searched on official_authority using gin (searched gin_trgm_ops);

create table journal_entry (
  authority_id uuid not null references authority,
  sequence bigint not null,
  id uuid not null,
  at timestamptz not null,
  person_id uuid,
  role text,
  what text not null,
  subject_type text not null,
  subject_id uuid not null,
  -- SHA-256 of the entry's canonical content; the content itself lives with its subject and may lawfully be erased.
  content_hash text not null,
  previous_hash text not null,
  hash text not null,
  primary key (authority_id, sequence)
);
create unique index journal_entry_id on journal_entry (authority_id, id);
create index journal_entry_subject on journal_entry (authority_id, subject_id, sequence);
alter table journal_entry enable row level security;
create policy own on journal_entry to beffroi_authority using (authority_id = current_authority());
grant select, insert on journal_entry to beffroi_authority;

-- Append-only for everybody, the tables' owner included.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'entries of % are never changed nor deleted', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger append_only before update or delete on journal_entry for each row execute function refuse_change();
create trigger append_only_whole before truncate on journal_entry for each statement execute function refuse_change();

-- Each entry follows the last one: neither a gap nor a fork can be written, whoever writes.
create function refuse_break() returns trigger language plpgsql as $$
declare last record;
begin
  select sequence, hash into last from journal_entry where authority_id = new.authority_id order by sequence desc limit 1;
  if new.sequence <> coalesce(last.sequence, 0) + 1 or new.previous_hash <> coalesce(last.hash, repeat('0', 64)) then
    raise exception 'entry % does not follow the journal', new.sequence using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger chained before insert on journal_entry for each row execute function refuse_break();

create table notification (
  authority_id uuid not null references authority,
  person_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  kind text not null,
  subject_id uuid not null,
  detail jsonb not null,
  read_at timestamptz,
  mailed_at timestamptz,
  primary key (authority_id, person_id, id)
);
create index notification_recent on notification (authority_id, person_id, at desc);
create index notification_unread on notification (authority_id, person_id) where read_at is null;
alter table notification enable row level security;
create policy own on notification to beffroi_authority using (authority_id = current_authority());
grant select, insert, update on notification to beffroi_authority;
