-- Adds an entry to a chain of the audit trail (core/audit/append.ts). Volatile: each statement in it sees what was committed before
-- its own turn, so behind the lock the last writer's entry is there.
CREATE FUNCTION "append_audit"("of_chain" text, "at" timestamptz, "actor" text, "action" text, "body" text) RETURNS void LANGUAGE plpgsql AS $$
declare
  last_number int;
  last_hash text;
begin
  perform pg_advisory_xact_lock(hashtextextended(of_chain, 7));
  select number, hash into last_number, last_hash from audit where chain = of_chain order by number desc limit 1;
  last_number := coalesce(last_number, 0);
  last_hash := coalesce(last_hash, repeat('0', 64));
  insert into audit_unsigned (chain) values (of_chain) on conflict do nothing;
  insert into audit (chain, number, at, actor, action, body, previous, hash)
  values (of_chain, last_number + 1, at, actor, action, body, last_hash,
          encode(sha256(convert_to(last_hash || E'\n' || (last_number + 1) || E'\n' || body, 'UTF8')), 'hex'));
end
$$;
