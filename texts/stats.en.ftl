# The desk's figures: /stats and its picture.

command-stats = The desk's figures
    .example =
        /stats
        /stats today
        /stats month
do-stats-picture = As a picture
stats-picture-coming = The picture is being drawn and comes by itself.
stats-form = “{ $said }” is no stretch of time. Today, week or month: <code>{ $example }</code>
stats-today = Today
    .button = Today
stats-week = The last 7 days
    .button = 7 days
stats-month = The last 30 days
    .button = 30 days
stats =
    <b>{ $period }</b>
    { $dates } ({ $zone })
stats-dates = { $first } to { $last }
stats-funnel = <b>Applications</b>: { $draft } begun, { $submitted } handed in, { $booked } booked, { $reviewing } reviewed, { $decided } decided, { $approved } passed
stats-gone = Withdrawn { $withdrawn }, expired { $lapsed }
stats-calls = <b>Booked calls that came to an end</b>
stats-attended = Took place: { $count }
stats-cancelled-by-applicant = Cancelled by the applicant: { $count }
stats-cancelled-by-us = Cancelled by us: { $count }
stats-missed-by-applicant = Missed by the applicant: { $count }
stats-missed-by-reviewer = Missed by the reviewer: { $count }
stats-technical = Failed technically: { $count }
stats-verdicts = <b>Verdicts</b>: passed { $approved }, with conditions { $conditional }, steps to repeat { $retry }, not passed { $rejected }, not passed for good { $forGood }
stats-seconds = Second looks: { $agreed } agreed, { $overruled } decided otherwise
stats-reasons = <b>Reasons given</b>
stats-reason = { $reason }: { $count }
stats-reasons-more = Others: { $count }
stats-waits = <b>Waits</b> (half within; nine in ten within)
stats-wait-call = From handing in to the call: { $median }; { $ninth }
stats-wait-start = From the booked time until both were there: { $median }; { $ninth }
stats-wait-verdict = From the end of the call to the verdict: { $median }; { $ninth }
stats-minutes = { $count } min
stats-hours = { $count } h
stats-days = { $count ->
        [one] 1 day
       *[other] { $count } days
    }
stats-reviewers = <b>Reviewers</b>
stats-reviewer = { $name }: { $calls ->
        [one] 1 call
       *[other] { $calls } calls
    }, { $verdicts ->
        [one] 1 verdict
       *[other] { $verdicts } verdicts
    }, { $passed } passed
stats-reviewer-wait = Verdict after the call: { $median }; { $ninth }
stats-reviewer-missed = Did not come to { $count ->
        [one] one call
       *[other] { $count } calls
    }
stats-reviewers-more = { $count ->
        [one] And one more.
       *[other] And { $count } more.
    }
stats-by-day =
    <b>Day by day</b>
    <blockquote expandable>{ $days }</blockquote>
stats-day = { $date }: handed in { $submitted }, passed { $passed }, other verdicts { $other }
stats-in-words = The same in words: { $command }

## In the picture, short

stats-step-draft = Begun
stats-step-submitted = Handed in
stats-step-booked = Booked
stats-step-reviewing = Reviewed
stats-step-decided = Decided
stats-step-approved = Passed
stats-part-funnel = Applications
stats-part-daily = Day by day
stats-part-calls = Calls
stats-part-reviewers = Calls by reviewer
stats-part-submitted = Handed in
stats-part-passed = Passed
stats-part-other = Other verdicts
stats-ended-attended = Took place
stats-ended-cancelled-by-applicant = Cancelled
stats-ended-cancelled-by-us = Cancelled by us
stats-ended-missed-by-applicant = Missed
stats-ended-missed-by-reviewer = Missed by us
stats-ended-technical = Technical
stats-nobody = Nobody yet
