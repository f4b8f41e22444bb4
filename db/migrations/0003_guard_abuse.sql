ALTER TABLE "people" ADD COLUMN "flow_from" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "flow_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "flow_over" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "album" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "album_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "blocked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "block_reason" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "block_told" boolean DEFAULT false NOT NULL;