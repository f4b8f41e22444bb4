CREATE TABLE "day_figures" (
	"day" text NOT NULL,
	"zone" text NOT NULL,
	"figures" jsonb NOT NULL,
	CONSTRAINT "day_figures_zone_day_pk" PRIMARY KEY("zone","day")
);
--> statement-breakpoint
CREATE INDEX "bookings_by_end" ON "bookings" USING btree ("ended_at") WHERE ended_at is not null;--> statement-breakpoint
CREATE INDEX "calls_by_booking" ON "calls" USING btree ("booking_id");--> statement-breakpoint
CREATE INDEX "events_by_time" ON "events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "verdicts_by_effect" ON "verdicts" USING btree (coalesce("checked_at", "at")) WHERE status = 'final';