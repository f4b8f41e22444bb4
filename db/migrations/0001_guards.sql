-- Three things that Drizzle cannot declare.

-- G1: one reviewer, one time, one booking.
CREATE EXTENSION IF NOT EXISTS btree_gist;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "one_reviewer_one_time"
  EXCLUDE USING gist ("reviewer_id" WITH =, tstzrange("starts_at", "blocked_until") WITH &&) WHERE ("status" = 'active');--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "booking_order" CHECK ("starts_at" < "ends_at" AND "ends_at" <= "blocked_until");--> statement-breakpoint

-- G8: the audit trail is append-only.
CREATE FUNCTION "refuse_audit_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit trail is append-only' USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER "audit_is_append_only" BEFORE UPDATE OR DELETE ON "audit" FOR EACH ROW EXECUTE FUNCTION "refuse_audit_change"();--> statement-breakpoint
CREATE TRIGGER "audit_is_not_truncated" BEFORE TRUNCATE ON "audit" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();
