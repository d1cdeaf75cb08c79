-- The inventory, declared in full: where each installation runs, who answers for it, what it exchanges with which.

alter table installation
  add column software_version text not null default '' check (length(software_version) <= 60),
  -- What it is to people: seen by users, or beneath them.
  add column layer text not null default 'users' check (layer in ('users', 'server', 'network', 'security', 'infrastructure')),
  -- How long a department can do without it: an hour, a day, a week or more. Null: nobody said.
  add column criticality text check (criticality in ('vital', 'important', 'ordinary')),
  add column answerable_department_id uuid,
  -- A role within that department (« responsable des systèmes »), not a name: people come and go.
  add column answerable_role text not null default '' check (length(answerable_role) <= 100),
  add column hosting text check (hosting in ('on-premises', 'authority', 'operator', 'cloud')),
  -- The authority, the operator or the company that hosts it.
  add column host_name text not null default '' check (length(host_name) <= 200),
  -- ISO 3166-1 alpha-2. `governing_law`: countries whose law can oblige the host, whatever the country of the data.
  add column data_country text check (data_country ~ '^[A-Z]{2}$'),
  add column governing_law text[] not null default '{}',
  add column personal_data text check (personal_data in ('none', 'ordinary', 'sensitive')),
  add column personal_data_kinds text[] not null default '{}',
  -- Where its sheet is in the register of processing (GDPR article 30).
  add column register_reference text not null default '' check (length(register_reference) <= 300),
  add foreign key (authority_id, answerable_department_id) references department (authority_id, id);
create index installation_layer on installation (authority_id, layer, name_key);
create index installation_host on installation (authority_id, folded(host_name)) where host_name <> '';

-- Since when it stands in each state. The first line is its declaration; a state it came back to has one line each time.
create table installation_standing (
  authority_id uuid not null,
  installation_id uuid not null,
  since date not null,
  -- Order within a day.
  rank integer not null default 1,
  state text not null check (state in ('planned', 'pilot', 'in-service', 'leaving', 'retired')),
  primary key (authority_id, installation_id, since, rank),
  foreign key (authority_id, installation_id) references installation (authority_id, id) on delete cascade
);
alter table installation_standing enable row level security;
create policy own on installation_standing to beffroi_authority using (authority_id = current_authority());
grant select, insert, delete on installation_standing to beffroi_authority;

insert into installation_standing (authority_id, installation_id, since, rank, state)
select authority_id, id, least(coalesce(in_service_on, (declared_at at time zone 'Europe/Paris')::date), retired_on), 1,
       case when state in ('planned', 'pilot') then state else 'in-service' end
  from installation
union all
select authority_id, id, coalesce(retired_on, greatest(in_service_on, (declared_at at time zone 'Europe/Paris')::date)), 2, state
  from installation where state in ('leaving', 'retired');

-- What an installation needs of another: without `needed_id`, `installation_id` does not work, or not wholly.
create table installation_interface (
  authority_id uuid not null,
  id uuid not null,
  installation_id uuid not null,
  needed_id uuid not null,
  kind text not null check (kind in ('data', 'sign-in', 'hosting', 'other')),
  description text not null default '' check (length(description) <= 500),
  primary key (authority_id, id),
  unique (authority_id, installation_id, needed_id, kind),
  foreign key (authority_id, installation_id) references installation (authority_id, id) on delete cascade,
  foreign key (authority_id, needed_id) references installation (authority_id, id) on delete cascade,
  check (installation_id <> needed_id)
);
create index installation_interface_needed on installation_interface (authority_id, needed_id);
alter table installation_interface enable row level security;
create policy own on installation_interface to beffroi_authority using (authority_id = current_authority());
grant select, insert, update, delete on installation_interface to beffroi_authority;

-- An import that is undone takes its installations with it, as long as nobody has changed them since.
-- A file that awaits its confirmation is kept as its table, from here on, and not as lines read already: the few there are are sent again.
delete from installation_import where imported_at is null;
alter table installation_import add column undone_by uuid, add column undone_at timestamptz, add column matching jsonb;
grant delete on installation to beffroi_authority;
