CREATE TABLE "blind_reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"verdict_id" uuid NOT NULL,
	"draw" integer NOT NULL,
	"drawn_at" timestamp (3) with time zone NOT NULL,
	"assigned_id" uuid,
	"reader_id" uuid,
	"opened_at" timestamp (3) with time zone,
	"done_at" timestamp (3) with time zone,
	"outcome" text,
	"reasons" text[],
	"note" "bytea",
	"raised_at" timestamp (3) with time zone,
	"raised_note" "bytea",
	CONSTRAINT "blind_reviews_case_id_unique" UNIQUE("case_id"),
	CONSTRAINT "blind_review_is_whole" CHECK (("blind_reviews"."done_at" is null) = ("blind_reviews"."outcome" is null) and ("blind_reviews"."done_at" is null or ("blind_reviews"."reader_id" is not null and "blind_reviews"."reasons" is not null)))
);
--> statement-breakpoint
CREATE TABLE "link_doors" (
	"door" text NOT NULL,
	"reviewer_id" uuid NOT NULL,
	"device" text NOT NULL,
	"asked_device" text,
	CONSTRAINT "link_doors_door_reviewer_id_pk" PRIMARY KEY("door","reviewer_id")
);
--> statement-breakpoint
ALTER TABLE "blind_reviews" ADD CONSTRAINT "blind_reviews_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blind_reviews" ADD CONSTRAINT "blind_reviews_verdict_id_verdicts_id_fk" FOREIGN KEY ("verdict_id") REFERENCES "public"."verdicts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blind_reviews" ADD CONSTRAINT "blind_reviews_assigned_id_staff_id_fk" FOREIGN KEY ("assigned_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blind_reviews" ADD CONSTRAINT "blind_reviews_reader_id_staff_id_fk" FOREIGN KEY ("reader_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_doors" ADD CONSTRAINT "link_doors_reviewer_id_staff_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "blind_reviews_open" ON "blind_reviews" USING btree ("drawn_at") WHERE done_at is null;--> statement-breakpoint
CREATE INDEX "blind_reviews_done" ON "blind_reviews" USING btree ("done_at");--> statement-breakpoint
-- What the old doors knew.
INSERT INTO "link_doors" ("door", "reviewer_id", "device", "asked_device")
SELECT 'booking:' || "booking_id" || ':' || "version", "reviewer_id", "device", "asked_device" FROM "doors";--> statement-breakpoint
-- A case is reviewed again by somebody who had no part in it, and what was found stays as it was written.
CREATE FUNCTION "keep_blind_review"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP IN ('DELETE', 'TRUNCATE') THEN
    RAISE EXCEPTION 'blind reviews are kept' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW.id, NEW.case_id, NEW.verdict_id, NEW.draw, NEW.drawn_at) IS DISTINCT FROM (OLD.id, OLD.case_id, OLD.verdict_id, OLD.draw, OLD.drawn_at) THEN
    RAISE EXCEPTION 'a draw is not rewritten' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.done_at IS NOT NULL
     AND (NEW.reader_id, NEW.opened_at, NEW.done_at, NEW.outcome, NEW.reasons, NEW.note) IS DISTINCT FROM (OLD.reader_id, OLD.opened_at, OLD.done_at, OLD.outcome, OLD.reasons, OLD.note)
  THEN
    RAISE EXCEPTION 'a blind review is not rewritten' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.reader_id IS NOT NULL AND (
       EXISTS (SELECT 1 FROM verdicts v WHERE v.case_id = NEW.case_id AND NEW.reader_id IN (v.reviewer_id, v.checker_id, v.assigned_id))
    OR EXISTS (SELECT 1 FROM bookings b WHERE b.case_id = NEW.case_id AND b.reviewer_id = NEW.reader_id)
    OR EXISTS (SELECT 1 FROM findings f JOIN bookings b ON b.id = f.booking_id WHERE b.case_id = NEW.case_id AND f.reviewer_id = NEW.reader_id)
    OR EXISTS (SELECT 1 FROM appeals a WHERE a.case_id = NEW.case_id AND a.assigned_id = NEW.reader_id))
  THEN
    RAISE EXCEPTION 'whoever had a part in a case does not review it blind' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER "blind_review_is_kept" BEFORE INSERT OR UPDATE OR DELETE ON "blind_reviews" FOR EACH ROW EXECUTE FUNCTION "keep_blind_review"();--> statement-breakpoint
CREATE TRIGGER "blind_reviews_are_not_truncated" BEFORE TRUNCATE ON "blind_reviews" FOR EACH STATEMENT EXECUTE FUNCTION "keep_blind_review"();
