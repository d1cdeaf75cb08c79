-- The catalogue's names as a machine's packages are likened to them, and looked for among their words.

create index software_folded_likeness on software using gin (folded(name) gin_trgm_ops) where merged_into is null;
create index software_folded_name on software (folded(name)) where merged_into is null;
