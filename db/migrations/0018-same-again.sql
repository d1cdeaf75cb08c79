-- The same machine saying the same again, which is what most inventories are, in one statement that is its own transaction: what would
-- open and close one takes longer than the rest. The authority and its role are taken within: row-level security holds as elsewhere.
create function note_same_again(authority uuid, identity text, hardware_said bytea, said bytea, seen_at timestamptz) returns uuid
  language plpgsql set role to beffroi_authority as $$
declare
  noted uuid;
begin
  perform set_config('app.authority_id', authority::text, true);
  update machine_contact c set last_seen_at = seen_at from machine m
   where m.authority_id = authority and m.agent_identity = identity and coalesce(m.hardware, '') = hardware_said
     and m.signature = said and m.removed_at is null and m.replaced_by is null
     and c.authority_id = authority and c.machine_id = m.id
  returning c.machine_id into noted;
  return noted;
end $$;
-- It says which authority is seen: not for those who see one.
revoke execute on function note_same_again from public;
