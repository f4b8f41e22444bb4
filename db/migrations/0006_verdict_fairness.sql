CREATE TABLE "appeals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"text" "bytea" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"assigned_id" uuid,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "appeals_case_id_unique" UNIQUE("case_id")
);
--> statement-breakpoint
ALTER TABLE "verdicts" DROP CONSTRAINT "verdicts_booking_id_unique";--> statement-breakpoint
ALTER TABLE "verdicts" ALTER COLUMN "booking_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "reminded_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "slipped_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "again_told_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "appeal_asked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "verdicts" ADD COLUMN "conditions" jsonb;--> statement-breakpoint
ALTER TABLE "verdicts" ADD COLUMN "status" text DEFAULT 'final' NOT NULL;--> statement-breakpoint
ALTER TABLE "verdicts" ADD COLUMN "four_eyes" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "verdicts" ADD COLUMN "draw" integer;--> statement-breakpoint
ALTER TABLE "verdicts" ADD COLUMN "assigned_id" uuid;--> statement-breakpoint
ALTER TABLE "verdicts" ADD COLUMN "checker_id" uuid;--> statement-breakpoint
ALTER TABLE "verdicts" ADD COLUMN "checked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "verdicts" ADD COLUMN "check_note" "bytea";--> statement-breakpoint
ALTER TABLE "verdicts" ADD COLUMN "overrules" uuid;--> statement-breakpoint
ALTER TABLE "verdicts" ADD COLUMN "appeal_id" uuid;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_assigned_id_staff_id_fk" FOREIGN KEY ("assigned_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_assigned_id_staff_id_fk" FOREIGN KEY ("assigned_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_checker_id_staff_id_fk" FOREIGN KEY ("checker_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_overrules_verdicts_id_fk" FOREIGN KEY ("overrules") REFERENCES "public"."verdicts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_appeal_id_appeals_id_fk" FOREIGN KEY ("appeal_id") REFERENCES "public"."appeals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_verdict_a_booking" ON "verdicts" USING btree ("booking_id") WHERE status in ('pending', 'final') and overrules is null and appeal_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_pending_verdict" ON "verdicts" USING btree ("case_id") WHERE status = 'pending';--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "escalated_is_not_final" CHECK ("verdicts"."outcome" <> 'escalated' or "verdicts"."status" <> 'final');--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "maker_is_not_checker" CHECK ("verdicts"."checker_id" <> "verdicts"."reviewer_id");--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "checked_by_a_second" CHECK (("verdicts"."status" = 'pending') or ("verdicts"."status" = 'final' and "verdicts"."four_eyes" = '{}') or ("verdicts"."checker_id" is not null and "verdicts"."checked_at" is not null));--> statement-breakpoint
-- Rules about verdicts that Drizzle cannot declare (G6). What was decided stays as it was written; a second person signs once.
CREATE FUNCTION "keep_verdict"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'UPDATE' THEN
    RAISE EXCEPTION 'verdicts are kept' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.id, NEW.case_id, NEW.booking_id, NEW.reviewer_id, NEW.outcome, NEW.reasons, NEW.conditions, NEW.note, NEW.idempotency_key, NEW.at, NEW.four_eyes, NEW.draw, NEW.overrules, NEW.appeal_id)
     IS DISTINCT FROM (OLD.id, OLD.case_id, OLD.booking_id, OLD.reviewer_id, OLD.outcome, OLD.reasons, OLD.conditions, OLD.note, OLD.idempotency_key, OLD.at, OLD.four_eyes, OLD.draw, OLD.overrules, OLD.appeal_id)
  THEN
    RAISE EXCEPTION 'a verdict is not rewritten' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.status <> 'pending' THEN
    RAISE EXCEPTION 'a verdict is signed once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER "verdict_is_kept" BEFORE UPDATE OR DELETE ON "verdicts" FOR EACH ROW EXECUTE FUNCTION "keep_verdict"();--> statement-breakpoint
CREATE TRIGGER "verdicts_are_not_truncated" BEFORE TRUNCATE ON "verdicts" FOR EACH STATEMENT EXECUTE FUNCTION "keep_verdict"();--> statement-breakpoint

-- Whoever had a part in a case before its appeal has none in what comes after; whoever is overruled does not overrule.
CREATE FUNCTION "refuse_earlier_reviewer"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  appealed_at timestamptz;
BEGIN
  IF NEW.overrules IS NOT NULL AND EXISTS (SELECT 1 FROM verdicts v WHERE v.id = NEW.overrules AND v.reviewer_id = NEW.reviewer_id) THEN
    RAISE EXCEPTION 'nobody overrules their own verdict' USING ERRCODE = 'check_violation';
  END IF;
  SELECT a.at INTO appealed_at FROM appeals a WHERE a.case_id = NEW.case_id;
  IF appealed_at IS NULL THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' AND NEW.appeal_id IS NULL THEN
    RAISE EXCEPTION 'a verdict after an appeal names it' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM verdicts v WHERE v.case_id = NEW.case_id AND v.appeal_id IS NULL
             AND (v.reviewer_id IN (NEW.reviewer_id, NEW.checker_id) OR v.checker_id IN (NEW.reviewer_id, NEW.checker_id)))
     OR EXISTS (SELECT 1 FROM findings f JOIN bookings b ON b.id = f.booking_id
             WHERE b.case_id = NEW.case_id AND f.at < appealed_at AND f.reviewer_id IN (NEW.reviewer_id, NEW.checker_id))
  THEN
    RAISE EXCEPTION 'an earlier reviewer has no part in an appeal' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER "appeal_has_new_people" BEFORE INSERT OR UPDATE ON "verdicts" FOR EACH ROW EXECUTE FUNCTION "refuse_earlier_reviewer"();--> statement-breakpoint

-- A case whose verdict waits for a second person goes on only with that person's signature.
CREATE FUNCTION "refuse_unsigned"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM verdicts v WHERE v.case_id = NEW.id AND v.status = 'pending') THEN
    RAISE EXCEPTION 'the verdict has not been confirmed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER "confirming_needs_a_second" BEFORE UPDATE OF "state" ON "cases" FOR EACH ROW
  WHEN (OLD.state = 'confirming' AND NEW.state <> 'confirming') EXECUTE FUNCTION "refuse_unsigned"();
