-- An import that somebody asked for waits for its turn, with what they sent.
alter table catalogue_import drop constraint catalogue_import_state_check;
alter table catalogue_import add constraint catalogue_import_state_check check (state in ('waiting', 'running', 'done', 'stopped', 'failed'));
-- What was wrong with the files, as codes: said in the reader's language.
alter table catalogue_import add column problems jsonb not null default '[]';
create index catalogue_import_open on catalogue_import (state) where state in ('waiting', 'running');

-- What was sent, or where it is to be fetched; gone once the import has ended. Read by nobody but the job.
create table catalogue_import_input (
  import_id uuid primary key references catalogue_import on delete cascade,
  format text not null,
  file_name text,
  bytes bytea,
  url text,
  check ((bytes is null) <> (url is null)),
  check ((bytes is null) = (file_name is null))
);

create index software_pair_decided on software_pair (decided_at desc, slug_a, slug_b) where verdict is not null;
