-- What was appealed stays as it was written; who decides it, and when it was decided, is added.
CREATE FUNCTION "keep_appeal"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'UPDATE' THEN
    RAISE EXCEPTION 'appeals are kept' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.id, NEW.case_id, NEW.text, NEW.at) IS DISTINCT FROM (OLD.id, OLD.case_id, OLD.text, OLD.at) THEN
    RAISE EXCEPTION 'an appeal is not rewritten' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER "appeal_is_kept" BEFORE UPDATE OR DELETE ON "appeals" FOR EACH ROW EXECUTE FUNCTION "keep_appeal"();--> statement-breakpoint
CREATE TRIGGER "appeals_are_not_truncated" BEFORE TRUNCATE ON "appeals" FOR EACH STATEMENT EXECUTE FUNCTION "keep_appeal"();--> statement-breakpoint

-- An appeal ends with a verdict that was given on it, and says where the case goes.
CREATE FUNCTION "refuse_undecided_appeal"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM verdicts v JOIN appeals a ON a.id = v.appeal_id
    WHERE a.case_id = NEW.id AND v.case_id = NEW.id AND v.status = 'final'
      AND NEW.state = CASE v.outcome WHEN 'retry' THEN 'invited' WHEN 'rejected-for-good' THEN 'rejected' ELSE v.outcome END)
  THEN
    RAISE EXCEPTION 'the appeal has not been decided' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER "appealed_needs_a_verdict" BEFORE UPDATE OF "state" ON "cases" FOR EACH ROW
  WHEN (OLD.state = 'appealed' AND NEW.state <> 'appealed') EXECUTE FUNCTION "refuse_undecided_appeal"();
