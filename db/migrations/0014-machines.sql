-- What is observed: machines that say what they run, through an inventory agent. Nothing of the people who use them is kept.

-- An authority's agents prove who sent them by a secret; its hash alone is kept. Looked up before the authority is known, hence by the owner.
create table agent_token (
  authority_id uuid not null references authority,
  id uuid not null,
  label text not null check (length(label) between 1 and 100),
  token_hash bytea not null unique,
  -- Null: made by the command.
  made_by uuid,
  made_at timestamptz not null,
  -- To the hour.
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (authority_id, id)
);
alter table agent_token enable row level security;
create policy own on agent_token to beffroi_authority using (authority_id = current_authority());
grant select, insert, update on agent_token to beffroi_authority;

-- Every package that a machine ever named, once for the whole instance. `verdict`: by the rules of data/mapping.
create table package (
  id integer primary key generated always as identity,
  name text not null,
  version text not null,
  publisher text not null,
  -- deb, rpm, flatpak, snap, windows…; empty: not said.
  origin text not null,
  -- SHA-256 of the four, cut to sixteen bytes.
  fingerprint bytea not null unique,
  verdict text not null default 'unknown' check (verdict in ('software', 'part', 'unknown')),
  software_slug text
);
create index package_name on package (lower(name), origin);
create index package_software on package (software_slug) where software_slug is not null;
grant select on package to beffroi_authority;

-- Which rules the verdicts above come from: other files, other verdicts.
create table package_rules (single boolean primary key default true check (single), fingerprint text not null);

-- Keys the hashes of hardware below, so that no list of serial numbers made elsewhere can be compared with them.
create table machine_key (single boolean primary key default true check (single), key bytea not null);
insert into machine_key (key) values (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));

create table machine (
  authority_id uuid not null references authority,
  id uuid not null,
  -- GLPI-Agent-ID, or else the identity that older agents choose.
  agent_identity text not null check (length(agent_identity) between 1 and 200),
  -- Keyed hash of what the hardware says of itself: tells a machine installed anew, or two machines of one identity. Null: it says nothing.
  hardware bytea,
  name text not null check (length(name) <= 200),
  kind text not null check (kind in ('workstation', 'server', 'other')),
  model text not null default '' check (length(model) <= 200),
  system text not null check (system in ('linux', 'windows', 'macos', 'other')),
  system_name text not null default '' check (length(system_name) <= 200),
  system_version text not null default '' check (length(system_version) <= 100),
  agent text not null default '' check (length(agent) <= 200),
  department_id uuid,
  first_seen_at timestamptz not null,
  inventoried_at timestamptz not null,
  -- When its software was last said. Null: it never was (a partial inventory came first), which is not the same as none.
  software_at timestamptz,
  -- Hash of what is kept: the same inventory writes nothing here.
  signature bytea not null,
  -- Of the table `package`: the software that counts, what no rule knows, and libraries and parts (increasing, as differences of varints).
  counted integer[] not null,
  unmapped integer[] not null,
  parts bytea not null,
  parts_count integer not null,
  -- Installed anew under another identity: that one stands for it.
  replaced_by uuid,
  removed_at timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, department_id) references department (authority_id, id)
);
create unique index machine_identity on machine (authority_id, agent_identity, coalesce(hardware, ''));
create index machine_name on machine (authority_id, lower(name), id) where removed_at is null;
create index machine_hardware on machine (authority_id, hardware) where hardware is not null;
alter table machine enable row level security;
create policy own on machine to beffroi_authority using (authority_id = current_authority());
grant select, insert, update on machine to beffroi_authority;

-- Apart from the rest: it changes each day, and these rows are small.
create table machine_contact (
  authority_id uuid not null,
  machine_id uuid not null,
  last_seen_at timestamptz not null,
  primary key (authority_id, machine_id),
  foreign key (authority_id, machine_id) references machine (authority_id, id) on delete cascade
) with (fillfactor = 70);
alter table machine_contact enable row level security;
create policy own on machine_contact to beffroi_authority using (authority_id = current_authority());
grant select, insert, update on machine_contact to beffroi_authority;

-- Software that came to a machine, or left it, between two of its inventories. Of what counts alone.
create table machine_change (
  authority_id uuid not null,
  machine_id uuid not null,
  at timestamptz not null,
  appeared integer[] not null,
  disappeared integer[] not null,
  primary key (authority_id, machine_id, at),
  foreign key (authority_id, machine_id) references machine (authority_id, id) on delete cascade
);
alter table machine_change enable row level security;
create policy own on machine_change to beffroi_authority using (authority_id = current_authority());
grant select, insert, update, delete on machine_change to beffroi_authority;

-- An authority's own word on a package, before the rules of data/mapping. By name, whatever the version.
create table package_choice (
  authority_id uuid not null references authority,
  name_key text not null check (length(name_key) between 1 and 300),
  verdict text not null check (verdict in ('software', 'part')),
  software_slug text references software,
  chosen_by uuid not null,
  chosen_at timestamptz not null,
  primary key (authority_id, name_key),
  check ((verdict = 'software') = (software_slug is not null))
);
alter table package_choice enable row level security;
create policy own on package_choice to beffroi_authority using (authority_id = current_authority());
grant select, insert, update, delete on package_choice to beffroi_authority;
