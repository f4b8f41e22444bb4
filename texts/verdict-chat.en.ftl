# Answers in the chat about a verdict: conditions, appeals, the second look, an admin's decision.

do-decline-conditions = Yes, decline
do-appeal-drop = Not now
do-settle = Yes, decide so
do-settle-back = Back
do-assign = Ask somebody else
do-settle-approved = Pass
do-settle-retry = New call
do-settle-rejected = Do not pass
do-settle-rejected-for-good = Not, for good

toast-accepted = ✓ Accepted, your review passed
toast-declined = Noted: declined
toast-decided = ✓ Done

conditions-accepted = ✓ You accepted the conditions.
decline-sure =
    If you decline, this application ends.
    You can apply again at any time.
conditions-declined = You declined the conditions, and the application has ended ({ $code }).

appeal-how =
    <b>Please write your reasons in one message</b>
    Say what was not as it really is. Sending it hands in your appeal, and there is one for each application.
    Somebody who had no part in the review will answer within { $hours } hours.
appeal-text-only = Please write your appeal as text, in one message.
appeal-dropped = All right, no appeal was sent. You can still make it while there is time.
problem-appeal-short = Please say a little more, { $limit } characters at least.
problem-appeal-long = That is rather long. Please keep it to { $limit } characters.
refused-appeal-closed = This application cannot be appealed: it was appealed before, or the time for it has passed.
refused-conditions-over = The time to accept the conditions has passed.
refused-worse-than-appealed = An appeal cannot end worse than the result it is about. Please uphold that result, or decide better.
refused-same-person = You had a part in this application, so a colleague has to decide.

verdict-confirmed = ✓ Confirmed, and the applicant has the result ({ $code }).
verdict-settled = ✓ Decided: { $outcome }. The applicant has the result ({ $code }).
settle-plain =
    <b>Decide so?</b> ({ $code })
    Result: { $outcome }
settle-reasons =
    <b>Decide so?</b> ({ $code })
    Result: { $outcome }
    Reasons: { $reasons }
assign-whom = <b>Who should decide?</b> ({ $code })
assign-nobody =
    <b>No reviewer can decide this at the moment</b> ({ $code })
    Whoever had a part cannot decide again. Add reviewers with /staff.
assigned = ✓ They have been asked ({ $code }).
assigned-to = Asked: { $name }
queue-overdue = ⏰ Overdue
