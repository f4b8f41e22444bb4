ALTER TABLE "orders" ADD COLUMN "monthly_rent_fen" integer;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "deposit_fen" integer;