CREATE TABLE "blind_entries" (
	"booking_id" uuid NOT NULL,
	"reviewer_id" uuid NOT NULL,
	"tries" integer NOT NULL,
	"differs" text[] NOT NULL,
	"typed" "bytea" NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "blind_entries_booking_id_reviewer_id_pk" PRIMARY KEY("booking_id","reviewer_id"),
	CONSTRAINT "two_tries" CHECK ("blind_entries"."tries" between 1 and 2)
);
--> statement-breakpoint
CREATE TABLE "captures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"booking_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"reviewer_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"taken_at" timestamp (3) with time zone NOT NULL,
	"replaced_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "face_comparisons" (
	"card_id" uuid NOT NULL,
	"face_id" uuid NOT NULL,
	"points" jsonb NOT NULL,
	"reviewer_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "face_comparisons_card_id_face_id_pk" PRIMARY KEY("card_id","face_id")
);
--> statement-breakpoint
CREATE TABLE "face_distances" (
	"card_id" uuid NOT NULL,
	"face_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"distance" double precision,
	"model" text NOT NULL,
	"version" text NOT NULL,
	"card_hash" text NOT NULL,
	"face_hash" text NOT NULL,
	"reviewer_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "face_distances_card_id_face_id_pk" PRIMARY KEY("card_id","face_id"),
	CONSTRAINT "known_measure" CHECK ("face_distances"."outcome" in ('measured', 'no-face-card', 'no-face-live')),
	CONSTRAINT "distance_where_measured" CHECK (("face_distances"."outcome" = 'measured') = ("face_distances"."distance" is not null))
);
--> statement-breakpoint
ALTER TABLE "blind_entries" ADD CONSTRAINT "blind_entries_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blind_entries" ADD CONSTRAINT "blind_entries_reviewer_id_staff_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "captures" ADD CONSTRAINT "captures_id_files_id_fk" FOREIGN KEY ("id") REFERENCES "public"."files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "captures" ADD CONSTRAINT "captures_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "captures" ADD CONSTRAINT "captures_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "captures" ADD CONSTRAINT "captures_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "captures" ADD CONSTRAINT "captures_reviewer_id_staff_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "face_comparisons" ADD CONSTRAINT "face_comparisons_card_id_captures_id_fk" FOREIGN KEY ("card_id") REFERENCES "public"."captures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "face_comparisons" ADD CONSTRAINT "face_comparisons_face_id_captures_id_fk" FOREIGN KEY ("face_id") REFERENCES "public"."captures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "face_comparisons" ADD CONSTRAINT "face_comparisons_reviewer_id_staff_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "face_distances" ADD CONSTRAINT "face_distances_card_id_captures_id_fk" FOREIGN KEY ("card_id") REFERENCES "public"."captures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "face_distances" ADD CONSTRAINT "face_distances_face_id_captures_id_fk" FOREIGN KEY ("face_id") REFERENCES "public"."captures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "face_distances" ADD CONSTRAINT "face_distances_reviewer_id_staff_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "captures_by_case" ON "captures" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_present_capture" ON "captures" USING btree ("booking_id","kind") WHERE replaced_at is null;