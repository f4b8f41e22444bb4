CREATE TABLE "audit_heads" (
	"chain" text NOT NULL,
	"number" integer NOT NULL,
	"hash" text NOT NULL,
	"signature" text NOT NULL,
	"key_id" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "audit_heads_chain_number_pk" PRIMARY KEY("chain","number")
);
--> statement-breakpoint
CREATE TABLE "audit_unsigned" (
	"chain" text PRIMARY KEY NOT NULL,
	"since" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"case_code" text NOT NULL,
	"type" text NOT NULL,
	"from_state" text,
	"state" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"payload" jsonb NOT NULL
);
--> statement-breakpoint
CREATE INDEX "events_by_case" ON "events" USING btree ("case_code");--> statement-breakpoint
-- G8: signed heads are append-only like the trail.
CREATE TRIGGER "audit_heads_are_append_only" BEFORE UPDATE OR DELETE ON "audit_heads" FOR EACH ROW EXECUTE FUNCTION "refuse_audit_change"();--> statement-breakpoint
CREATE TRIGGER "audit_heads_are_not_truncated" BEFORE TRUNCATE ON "audit_heads" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();--> statement-breakpoint
-- what an earlier version wrote is signed by the first sweep
INSERT INTO "audit_unsigned" ("chain") SELECT DISTINCT "chain" FROM "audit";
