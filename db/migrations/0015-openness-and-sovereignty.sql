-- What the inventory says: the share of free software as it was each month, and answers on sovereignty that only people know.

create table openness_month (
  authority_id uuid not null references authority,
  -- The first day of the month.
  month date not null check (extract(day from month) = 1),
  -- Denominators with each figure. A day after the month: it was worked out afterwards, from the dates that people gave.
  measured_on date not null check (measured_on >= month),
  measures jsonb not null,
  primary key (authority_id, month)
);
alter table openness_month enable row level security;
create policy own on openness_month to beffroi_authority using (authority_id = current_authority());
grant select, insert, update on openness_month to beffroi_authority;

-- What agents saw, counted once a day: counting it takes longer than a page may. Null: they saw nothing.
create table openness_observed (
  authority_id uuid primary key references authority,
  measured_at timestamptz not null,
  observed jsonb
);
alter table openness_observed enable row level security;
create policy own on openness_observed to beffroi_authority using (authority_id = current_authority());
grant select, insert, update on openness_observed to beffroi_authority;

-- What people answer to a question of the grid, where the facts of the inventory do not answer it, or answer it wrongly.
create table sovereignty_answer (
  authority_id uuid not null,
  installation_id uuid not null,
  question text not null check (question in ('run-it', 'source', 'other-suppliers', 'data', 'exit', 'know-how')),
  answer text not null check (answer in ('yes', 'partly', 'no')),
  reason text not null check (length(reason) between 1 and 500),
  said_by uuid not null,
  said_at timestamptz not null,
  version integer not null default 1,
  primary key (authority_id, installation_id, question),
  foreign key (authority_id, installation_id) references installation (authority_id, id) on delete cascade
);
alter table sovereignty_answer enable row level security;
create policy own on sovereignty_answer to beffroi_authority using (authority_id = current_authority());
grant select, insert, update, delete on sovereignty_answer to beffroi_authority;
