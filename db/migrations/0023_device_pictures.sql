CREATE TABLE "device_pictures" (
	"key" text PRIMARY KEY NOT NULL,
	"bytes" "bytea",
	"file_id" text,
	"failed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "devices" ADD COLUMN "picture" text;