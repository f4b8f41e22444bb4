DROP INDEX "cases_by_state";--> statement-breakpoint
CREATE INDEX "cases_on_hold" ON "cases" USING btree ("deadline_at","id") WHERE hold is not null and state in ('submitted', 'invited', 'booked', 'reviewing', 'confirming', 'conditional', 'appealed');--> statement-breakpoint
CREATE INDEX "cases_waiting" ON "cases" USING btree ("deadline_at","id") WHERE hold is null and state in ('submitted', 'invited', 'reviewing', 'confirming', 'conditional', 'appealed');--> statement-breakpoint
CREATE INDEX "cases_by_state" ON "cases" USING btree ("state","deadline_at","id");