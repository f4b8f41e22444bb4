DROP TABLE "doors" CASCADE;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "time_zone_learnt" boolean DEFAULT false NOT NULL;