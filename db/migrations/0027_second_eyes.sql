-- Whoever was in a call, by what they recorded, noted or handed over, is not the second pair of eyes on its verdict; and whoever met the
-- applicant before an appeal has no part in it, also where the call was handed over.
CREATE FUNCTION "was_in_call"("booking" uuid, "before" timestamptz, VARIADIC "members" uuid[]) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM findings f WHERE f.booking_id = booking AND f.at < before AND f.reviewer_id = ANY (members))
      OR EXISTS (SELECT 1 FROM observations o WHERE o.booking_id = booking AND o.at < before AND o.reviewer_id = ANY (members))
      OR EXISTS (SELECT 1 FROM handovers h WHERE h.booking_id = booking AND h.at < before AND (h.from_id = ANY (members) OR h.to_id = ANY (members)))
$$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION "refuse_earlier_reviewer"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  appealed_at timestamptz;
  second uuid := CASE WHEN NEW.overrules IS NOT NULL THEN NEW.reviewer_id WHEN NEW.checker_id <> NEW.reviewer_id THEN NEW.checker_id END;
BEGIN
  IF NEW.overrules IS NOT NULL AND EXISTS (SELECT 1 FROM verdicts v WHERE v.id = NEW.overrules AND v.reviewer_id = NEW.reviewer_id) THEN
    RAISE EXCEPTION 'nobody overrules their own verdict' USING ERRCODE = 'check_violation';
  END IF;
  IF was_in_call(NEW.booking_id, 'infinity', second) THEN
    RAISE EXCEPTION 'whoever was in the call is not its second pair of eyes' USING ERRCODE = 'check_violation';
  END IF;
  SELECT a.at INTO appealed_at FROM appeals a WHERE a.case_id = NEW.case_id;
  IF appealed_at IS NULL THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' AND NEW.appeal_id IS NULL THEN
    RAISE EXCEPTION 'a verdict after an appeal names it' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM verdicts v WHERE v.case_id = NEW.case_id AND v.appeal_id IS NULL
             AND (v.reviewer_id IN (NEW.reviewer_id, NEW.checker_id) OR v.checker_id IN (NEW.reviewer_id, NEW.checker_id)))
     OR EXISTS (SELECT 1 FROM bookings b WHERE b.case_id = NEW.case_id AND (
             was_in_call(b.id, appealed_at, NEW.reviewer_id, NEW.checker_id)
          OR (b.reviewer_id IN (NEW.reviewer_id, NEW.checker_id) AND (
                  (b.status = 'attended' AND b.starts_at < appealed_at)
               OR EXISTS (SELECT 1 FROM calls c WHERE c.booking_id = b.id AND c.met_at < appealed_at)))))
  THEN
    RAISE EXCEPTION 'an earlier reviewer has no part in an appeal' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint

-- An appeal is decided by a verdict on it, or waits with one for its second person; sent back, it is an appeal again.
CREATE OR REPLACE FUNCTION "refuse_undecided_appeal"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM verdicts v JOIN appeals a ON a.id = v.appeal_id
    WHERE a.case_id = NEW.id AND v.case_id = NEW.id AND (
      (v.status = 'pending' AND NEW.state = 'confirming')
      OR (v.status = 'final'
        AND NEW.state = CASE v.outcome WHEN 'retry' THEN 'invited' WHEN 'rejected-for-good' THEN 'rejected' ELSE v.outcome END)))
  THEN
    RAISE EXCEPTION 'the appeal has not been decided' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
