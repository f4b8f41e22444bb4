# The desk's rules as admins see them in /policy. A setting is named by its words in core/policy.ts.

## Policy

policy = <b>Policy of the desk</b>
policy-form = Open a group, or write for example: <code>{ $example }</code>
policy-line = { $setting }: { $value }
policy-line-own = { $setting }: <b>{ $value }</b> (changed)
policy-group-times = <b>Times that are offered</b>
    .button = Times
policy-group-call = <b>The call</b>
    .button = The call
policy-group-verdict = <b>Verdict and appeal</b>
    .button = Verdicts
policy-group-reviewers = <b>Reviewers and the queue</b>
    .button = Reviewers
policy-group-limits = <b>Limits and waiting</b>
    .button = Limits
policy-group-keeping = <b>How long data is kept</b>
    .button = Keeping data
policy-setting = <b>{ $setting }</b>: { $value }
policy-meaning = { $meaning }
policy-bounds = Default { $usual }; possible from { $least } to { $most }.
policy-how = To change it, send for example: <code>{ $example }</code>
policy-history = <b>Changes</b>
policy-history-line = { $time }: { $before } → { $after }
policy-history-none = Never changed.
policy-unknown =
    There is no setting “{ $said }”. Did you mean <code>/policy { $nearest }</code>?
    /policy lists them all.
policy-wrong =
    <b>{ $setting }</b> goes from { $least } to { $most }.
    For example: <code>{ $example }</code>
policy-order =
    <b>{ $setting }</b> does not fit “{ $other }”, which is { $present }.
    Change that one first, or choose another value.
policy-changed =
    ✓ <b>{ $setting }</b>: { $before } → { $after }
    It counts from now on. What is booked or promised stays as it is.
policy-same = <b>{ $setting }</b> is { $after } already. Nothing was changed.
policy-value-seconds = { $count ->
    [one] 1 second
   *[other] { $count } seconds
  }
policy-value-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
policy-value-hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
}
policy-value-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
policy-value-count = { $count }
policy-value-percent = { $count }%
policy-value-switch = { $count ->
    [1] on
   *[other] off
}
do-policy-default = Back to the default
do-policy-all = All settings
do-undo = Undo
toast-policy-set = Changed
toast-policy-stale = Somebody has changed it meanwhile
command-policy = The desk's rules
    .example = /policy lead-minutes 30
policy-slot-minutes = Length of a review
    .meaning = How long one review has, buffer not counted. Bookings already made keep theirs.
policy-buffer-minutes = Break after review
    .meaning = The reviewer is free for so long after each review.
policy-retry-slot-minutes = Short review lasts
    .meaning = So long is a call that only repeats some steps; never longer than a whole review.
policy-step-minutes = Step between times
    .meaning = From the start of a shift a time is offered every so many minutes.
policy-lead-minutes = Lead
    .meaning = A time must lie at least so far ahead to be offered.
policy-horizon-days = Horizon
    .meaning = So many days ahead times are offered.
policy-agenda-at = Agenda
    .meaning = Reviewers get their day's reviews at this local time.
policy-opens-minutes-before = Room opens
    .meaning = So long before the start the call can be entered.
policy-patience-minutes = Patience asked
    .meaning = How long a reviewer may ask a waiting applicant to wait, at most twice a call; until then nobody else takes over.
policy-nudged-after-minutes = Nudge
    .meaning = An applicant who is not there so long after the start is reminded once.
policy-missed-after-minutes = Missed
    .meaning = An applicant who is not there so long after the start has missed the call.
policy-call-lasts-minutes = Longest call
    .meaning = A call ends by itself after so long.
policy-absence-seconds = Away at most
    .meaning = Whoever is away no longer comes back to the same call; after that it is a new call of the same booking.
policy-reading-seconds = Reading the code
    .meaning = So much longer the picture may be away while the code is read in the chat.
policy-code-lives-minutes = Spoken code lives
    .meaning = A spoken code is good for so long after it was sent.
policy-code-tries = Tries at a code
    .meaning = What was heard may be typed so often, in case it was misheard.
policy-codes-per-call = Codes in a call
    .meaning = So many codes may be sent for one review.
policy-verdict-lapses-hours = Verdict given up
    .meaning = A review without a verdict goes back to booking after so long, at no cost to the applicant.
policy-attempts-that-count = Attempts
    .meaning = After so many attempts that count, a person decides.
policy-misses-allowed = Missed calls
    .meaning = After so many missed calls, a person decides.
policy-draft-lapses-days = Draft closes
    .meaning = An application that is not handed in closes after so long.
policy-draft-nudged-hours = Draft reminder
    .meaning = A draft so long without an answer is reminded of, once.
policy-invited-lapses-days = Invitation closes
    .meaning = An invitation without a booking closes after so long.
policy-order-valid-days = Order link
    .meaning = An order's link works for so long.
policy-messages-per-minute = Messages a minute
    .meaning = One person who sends more is asked to wait.
policy-presses-per-minute = Presses a minute
    .meaning = One person who presses and writes more is asked to wait.
policy-pictures-kept-days = Pictures
    .meaning = Photos, captures and recordings are deleted so long after the decision.
policy-calls-recorded = Recording
    .meaning = Calls are recorded where the applicant agreed. Without consent none is.
policy-hashes-kept-days = Look-up codes
    .meaning = Keyed codes for finding duplicates are deleted so long after the application ended.
policy-load-days = Load counts
    .meaning = Bookings of so many days weigh when the next one is given to a reviewer.
policy-replaced-after-minutes = Reviewer replaced
    .meaning = A reviewer who is not there so long after the start is replaced.
policy-handed-over-minutes = Hand-over
    .meaning = A reviewer who goes offline hands over what starts within so long.
policy-held-minutes = Time held
    .meaning = After our fault the next time is kept for the applicant for so long.
policy-called-minutes = Turn waits
    .meaning = Called up from the queue, the applicant has so long to come.
policy-turns-kept = Turns kept
    .meaning = A place in the queue is kept so often after a turn that was missed.
policy-quiet-from-minute = Quiet from
    .meaning = From then on, on the applicant's clock, nothing is sent that can wait.
policy-quiet-until-minute = Quiet until
    .meaning = Until then, on the applicant's clock, nothing is sent that can wait.
policy-verdict-due-minutes = Verdict due
    .meaning = The reviewer is reminded, then an admin, when there is no verdict so long after the call.
policy-confirmation-due-minutes = Confirmation due
    .meaning = The second reviewer is reminded, then an admin, after so long.
policy-appeal-due-hours = Appeal due
    .meaning = What the applicant is told: an appeal is decided within so long.
policy-appeal-possible-days = Appeal possible
    .meaning = So long after a rejection it can be appealed against.
policy-conditional-lapses-days = Conditions stand
    .meaning = An approval with conditions waits so long for the applicant's yes.
policy-blind-review-percent = Reviewed again
    .meaning = Of all finished applications this share is drawn to be reviewed again blind; the applicant's result stays.
policy-four-eyes-value-fen = Four eyes from
    .meaning = For a device worth so much or more a second reviewer confirms.
policy-four-eyes-share-percent = Four eyes drawn
    .meaning = Of all other verdicts this share is drawn at random for a second reviewer.
policy-invite-automatically = Invited at once
    .meaning = On: whoever hands in can book at once. Off: an admin invites with /invite.
policy-invite-due-hours = Invitation due
    .meaning = Where an admin invites, an application counts as overdue after so long.
