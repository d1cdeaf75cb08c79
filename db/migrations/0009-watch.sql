-- The watch: software that people follow, what they were told of it, ends of life that an authority read itself, and what is proposed to departments.

create table software_follow (
  authority_id uuid not null references authority,
  person_id uuid not null,
  slug text not null references software,
  followed_at timestamptz not null,
  primary key (authority_id, person_id, slug)
);
create index software_follow_slug on software_follow (authority_id, slug);
alter table software_follow enable row level security;
create policy own on software_follow to beffroi_authority using (authority_id = current_authority());
grant select, insert, delete on software_follow to beffroi_authority;

-- What each follower was told, so that it is told once. `news` names it: « change:12 », « end:php 8.1 2026-12-31 ».
create table watch_told (
  authority_id uuid not null references authority,
  person_id uuid not null,
  news text not null,
  at timestamptz not null,
  primary key (authority_id, person_id, news)
);
alter table watch_told enable row level security;
create policy own on watch_told to beffroi_authority using (authority_id = current_authority());
grant select, insert on watch_told to beffroi_authority;

-- Ends of life that the authority's own people read somewhere. Removed ones stay, out of sight: the journal speaks of them.
create table declared_end (
  authority_id uuid not null references authority,
  id uuid not null,
  slug text not null references software,
  cycle text not null check (length(cycle) between 1 and 60),
  ends_on date not null,
  read_at_url text not null check (length(read_at_url) <= 500),
  declared_by uuid not null,
  declared_at timestamptz not null,
  removed_at timestamptz,
  version integer not null default 1,
  primary key (authority_id, id)
);
create unique index declared_end_cycle on declared_end (authority_id, slug, lower(cycle)) where removed_at is null;
alter table declared_end enable row level security;
create policy own on declared_end to beffroi_authority using (authority_id = current_authority());
grant select, insert, update on declared_end to beffroi_authority;

create table suggestion (
  authority_id uuid not null references authority,
  id uuid not null,
  slug text not null references software,
  department_id uuid not null,
  reason text not null check (length(reason) between 1 and 500),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  state text not null default 'proposed' check (state in ('proposed', 'taken-up', 'declined', 'withdrawn')),
  answered_by uuid,
  answered_at timestamptz,
  -- Why it was declined.
  answer text check (length(answer) between 1 and 500),
  -- The draft that takes it up; once submitted, its request has the same identifier.
  draft_id uuid,
  primary key (authority_id, id),
  foreign key (authority_id, department_id) references department (authority_id, id),
  check ((state = 'proposed') = (answered_at is null)),
  check ((state = 'declined') = (answer is not null)),
  check ((state = 'taken-up') = (draft_id is not null))
);
create index suggestion_department on suggestion (authority_id, department_id, proposed_at desc);
create index suggestion_recent on suggestion (authority_id, proposed_at desc);
alter table suggestion enable row level security;
create policy own on suggestion to beffroi_authority using (authority_id = current_authority());
grant select, insert, update on suggestion to beffroi_authority;
