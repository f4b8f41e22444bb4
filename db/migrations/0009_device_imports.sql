CREATE TABLE "device_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"entries" jsonb NOT NULL,
	"base" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
