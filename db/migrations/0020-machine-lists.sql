-- What the pages of a park read of every machine, without its packages, which weigh ten times as much: the list by name, its searches
-- and counts, and whether anything changed since the last look (`inventoried_at`).
create index machine_listed on machine (authority_id, lower(name), id) include (name, kind, system, department_id, inventoried_at, searched)
  where removed_at is null and replaced_by is null;
drop index machine_name;
-- Machines that tell one identity.
create index machine_listed_identity on machine (authority_id, agent_identity) where removed_at is null and replaced_by is null;
-- Another fingerprint: packages were sorted again.
grant select on package_rules to beffroi_authority;
