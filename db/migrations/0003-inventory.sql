-- The first inventory: what the authority declares it runs.

-- Names as they are compared and sorted: without capitals nor accents. Immutable as long as the dictionary of unaccent is not edited.
create function folded(text) returns text language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, $1));

-- A file sent for import, kept between its preview and its confirmation; its content is emptied once imported, its report stays.
create table installation_import (
  authority_id uuid not null references authority,
  id uuid not null,
  file_name text not null check (length(file_name) between 1 and 200),
  content text not null,
  sent_by uuid not null,
  sent_at timestamptz not null,
  imported_by uuid,
  imported_at timestamptz,
  report jsonb,
  primary key (authority_id, id),
  check ((imported_at is null) = (report is null))
);
create index installation_import_recent on installation_import (authority_id, sent_at desc);
alter table installation_import enable row level security;
create policy own on installation_import to beffroi_authority using (authority_id = current_authority());
grant select, insert, update, delete on installation_import to beffroi_authority;

create table installation (
  authority_id uuid not null references authority,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  software_slug text references software,
  -- What was declared; the catalogue's word prevails where software_slug is known.
  free boolean,
  state text not null check (state in ('planned', 'pilot', 'in-service', 'leaving', 'retired')),
  purpose text not null default '' check (length(purpose) <= 2000),
  users integer check (users between 0 and 1000000),
  in_service_on date,
  retired_on date check (retired_on >= in_service_on),
  -- The request that it answers, or the file it came from.
  request_id uuid,
  import_id uuid,
  declared_by uuid,
  declared_at timestamptz not null,
  version integer not null default 1,
  name_key text not null generated always as (folded(name)) stored,
  search tsvector not null generated always as (
    setweight(to_tsvector('beffroi', name), 'A') || setweight(to_tsvector('beffroi', purpose), 'B')) stored,
  primary key (authority_id, id),
  foreign key (authority_id, import_id) references installation_import (authority_id, id),
  check ((retired_on is not null) = (state = 'retired'))
);
-- No index on search nor for likeness: under a row-level policy PostgreSQL reads the authority's rows first, some thousands at most.
create index installation_name on installation (authority_id, name_key, id);
create index installation_state on installation (authority_id, state, name_key);
create index installation_software on installation (authority_id, software_slug);
create unique index installation_request on installation (authority_id, request_id) where request_id is not null;
alter table installation enable row level security;
create policy own on installation to beffroi_authority using (authority_id = current_authority());
grant select, insert, update on installation to beffroi_authority;

create table installation_department (
  authority_id uuid not null,
  installation_id uuid not null,
  department_id uuid not null,
  primary key (authority_id, installation_id, department_id),
  foreign key (authority_id, installation_id) references installation (authority_id, id),
  foreign key (authority_id, department_id) references department (authority_id, id)
);
create index installation_department_department on installation_department (authority_id, department_id);
alter table installation_department enable row level security;
create policy own on installation_department to beffroi_authority using (authority_id = current_authority());
grant select, insert, delete on installation_department to beffroi_authority;

-- Requests answered by what was already there.
create table installation_extension (
  authority_id uuid not null,
  request_id uuid not null,
  installation_id uuid not null,
  added_users integer check (added_users between 0 and 1000000),
  extended_on date not null,
  primary key (authority_id, request_id),
  foreign key (authority_id, installation_id) references installation (authority_id, id)
);
create index installation_extension_installation on installation_extension (authority_id, installation_id);
alter table installation_extension enable row level security;
create policy own on installation_extension to beffroi_authority using (authority_id = current_authority());
grant select, insert on installation_extension to beffroi_authority;
