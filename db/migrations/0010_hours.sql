CREATE TABLE "day_exceptions" (
	"staff_id" uuid NOT NULL,
	"date" date NOT NULL,
	"windows" jsonb NOT NULL,
	CONSTRAINT "day_exceptions_staff_id_date_pk" PRIMARY KEY("staff_id","date")
);
--> statement-breakpoint
CREATE TABLE "desk_days" (
	"date" date PRIMARY KEY NOT NULL,
	"works_as" smallint NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	CONSTRAINT "desk_day_works_as" CHECK ("desk_days"."works_as" between 0 and 7)
);
--> statement-breakpoint
CREATE TABLE "hours_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "daily_limit" smallint;--> statement-breakpoint
ALTER TABLE "day_exceptions" ADD CONSTRAINT "day_exceptions_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hours_changes" ADD CONSTRAINT "hours_changes_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;