CREATE TABLE "desk_exports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"days" integer,
	"status" text DEFAULT 'queued' NOT NULL,
	"taken_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	"rows" integer,
	"sha256" text
);
--> statement-breakpoint
ALTER TABLE "desk_exports" ADD CONSTRAINT "desk_exports_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;