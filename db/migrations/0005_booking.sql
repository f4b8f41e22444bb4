CREATE TABLE "absences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"until_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "absence_order" CHECK ("absences"."from_at" < "absences"."until_at")
);
--> statement-breakpoint
CREATE TABLE "places" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"turn_at" timestamp (3) with time zone NOT NULL,
	"passed" smallint DEFAULT 0 NOT NULL,
	"booking_id" uuid,
	"called_until" timestamp (3) with time zone,
	"shown_place" integer,
	"shown_minutes" integer
);
--> statement-breakpoint
CREATE TABLE "waits" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"best_at" timestamp (3) with time zone,
	"since" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "links_since" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "held_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "weight" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "languages" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waits" ADD CONSTRAINT "waits_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "absences_by_staff" ON "absences" USING btree ("staff_id","until_at");--> statement-breakpoint
CREATE INDEX "places_by_turn" ON "places" USING btree ("turn_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_place_a_booking" ON "places" USING btree ("booking_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_held_time" ON "bookings" USING btree ("case_id") WHERE status = 'held';--> statement-breakpoint
CREATE INDEX "bookings_by_reviewer" ON "bookings" USING btree ("reviewer_id","starts_at");--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "booking_status" CHECK ("bookings"."status" in ('active', 'held', 'attended', 'cancelled-by-applicant', 'cancelled-by-us', 'missed-by-applicant', 'missed-by-reviewer', 'technical'));--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "held_until_when" CHECK (("bookings"."status" = 'held') = ("bookings"."held_until" is not null));--> statement-breakpoint
-- Links of the versions before are revoked, as they were.
UPDATE "bookings" SET "links_since" = "version";--> statement-breakpoint

-- G1 also for times that are held for a case: one reviewer, one time, one booking or hold.
ALTER TABLE "bookings" DROP CONSTRAINT "one_reviewer_one_time";--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "one_reviewer_one_time"
  EXCLUDE USING gist ("reviewer_id" WITH =, tstzrange("starts_at", "blocked_until") WITH &&) WHERE ("status" IN ('active', 'held'));
