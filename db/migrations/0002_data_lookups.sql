CREATE TABLE "desk_keys" (
	"name" text PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "flags" (
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"evidence_case_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "flags_case_id_kind_evidence_case_id_pk" PRIMARY KEY("case_id","kind","evidence_case_id")
);
--> statement-breakpoint
CREATE TABLE "lookups" (
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"hash" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "lookups_case_id_kind_hash_pk" PRIMARY KEY("case_id","kind","hash")
);
--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "fingerprint" "bytea";--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_evidence_case_id_cases_id_fk" FOREIGN KEY ("evidence_case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lookups" ADD CONSTRAINT "lookups_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lookups_by_hash" ON "lookups" USING btree ("kind","hash");--> statement-breakpoint
-- Bare hashes of pictures that were kept before are not needed.
UPDATE "files" SET "sha256" = '';
