# The desk from the chat: commands, help, the queue, figures. What is said of one application or member stands in chat and messages.

## Help

help-one = For examples, add a command: <code>{ $example }</code>
help-about = <b>{ $command }</b> { $does }
help-examples = For example:
help-example = <code>{ $example }</code>
help-none = You have no command “{ $said }”. Send /help to see all of yours.
talk-unknown-near =
    There is no such command. Did you mean { $command }?
    Send /help to see all of them.

## The queue

command-queue = Open applications
    .example =
        /queue
        /queue verdict
        /queue today 2
queue = <b>{ $list }</b> ({ $page }/{ $pages })
queue-none = Nothing stands in this list.
queue-list = { $list } { $count }
queue-with = Next: { $name }
queue-with-applicant = the applicant
queue-with-admins = an admin
queue-with-nobody = nobody yet
queue-unknown = There is no list “{ $said }”.
queue-near = Did you mean <code>{ $command }</code>?
queue-lists = There are: { $lists }. A number after it turns to that page.
queue-all = All open applications
    .button = All
queue-hold = To be decided by an admin
    .button = On hold
queue-late = Overdue decisions
    .button = Overdue
queue-today = Booked today
    .button = Today
queue-submitted = To be invited
    .button = To invite
queue-invited = Invited, no time booked
    .button = No time
queue-booked = Booked
    .button = Booked
queue-reviewing = In review, verdict to come
    .button = Verdict
queue-confirming = Waiting for a second reviewer
    .button = 2nd look
queue-appealed = Appeals
    .button = Appeals
queue-conditional = Conditions to be accepted
    .button = Conditions
queue-draft = Drafts, still being filled in
    .button = Drafts

## Inviting by hand, giving a call to a certain reviewer, what is next

command-invite = Invite an applicant to book
    .example = /invite M-7K3QXD
command-assign = Give a review to a certain reviewer
    .example =
        /assign M-7K3QXD
        /assign M-7K3QXD Chen
command-next = What to do next
command-case = Look at one application
    .example = /case M-7K3QXD
unattended =
    <b>Nobody came to the review at { $time }</b> ({ $code })
    Neither the reviewer nor the applicant joined. The applicant has our apology, and it does not count.
reviewer-missed =
    <b>{ $name } did not come to a review</b> ({ $code }, { $time })
    The applicant waited, and nobody else was free. They have our apology, and it does not count.
reviewer-missed-handed =
    <b>{ $name } did not come to a review</b> ({ $code }, { $time })
    The applicant was there, and another reviewer has taken over.
staff-changed = <b>An admin changed your settings</b>
staff-changed-weight = You now take { $weight ->
        [one] the usual share
       *[other] { $weight } times the usual share
    } of the bookings.
staff-changed-languages = You are listed as speaking { $languages }.
staff-changed-any-language = No language is noted for you any more.
staff-changed-away = You are away from { $from } to { $until }. Nothing is booked with you then.
staff-changed-back = Your absence is over: times can be booked with you again.
to-invite =
    <b>{ $code } is in and waits for an invitation</b>
    Please look at it and invite, until { $time }
to-invite-late =
    <b>⏰ { $code } still waits for an invitation</b>
    It was due by { $time }. Please invite, or open it to turn it down.
do-invite = Invite
toast-invited = ✓ Invited
invited = ✓ { $code } is invited. The applicant has a card with times.
give-whom =
    <b>Who should take { $code }?</b>
    { $time }, now with { $present }. Eligible and free then:
give-nobody =
    <b>Nobody else can take { $code }</b>
    { $time }, with { $present }. No other eligible reviewer is free then. See /hours.
give-not = { $name } cannot take { $code }: not free at { $time }, or had a part in it before. To see who can: <code>/assign { $code }</code>
give-ask =
    <b>Give { $code } to { $name }?</b>
    { $time }, until now with { $present }.
    The applicant keeps time and link, and reads the new name on the card. Both reviewers are told.
do-give = Give it over
toast-given = ✓ Given over
given = ✓ { $code } is now with { $name }. { $before } and { $name } are told, and the applicant's card says so.
refused-reviewer-busy = This reviewer is no longer free at that time. Please choose somebody else.
next-verdict = <b>A verdict of yours is open</b>
next-decision = <b>A decision is asked of you</b>
next-call = <b>Your next review</b>
next-nothing = Nothing waits for you, and nothing is booked within seven days.
next-at = Booked: { $time }
do-open-console = Open

## Somebody else was faster

staff-stale = { $code } has moved on. Now: { $state }. The last act: { $by }, { $time }

## Pause and resume

command-pause = Take no bookings for a while
    .example =
        /pause
        /pause Maintenance until this afternoon
command-resume = Take bookings again
pause-ask =
    <b>Stop taking bookings?</b>
    { $applicants } invited applicants and { $staff } colleagues are told. Booked reviews stay. /resume ends it.
pause-note = “{ $note }”
pause-long = Please keep it within { $most } characters.
pause-already = Paused already, by { $by }, { $time }. Send /resume to take bookings again.
paused = ✓ No bookings are taken now. { $applicants } applicants and { $staff } colleagues are told. /resume ends it.
resume-not = Bookings are being taken. Nothing has changed.
resumed = ✓ Bookings are taken again. { $applicants } applicants and { $staff } colleagues are told.
bookings-paused =
    <b>We are not taking bookings right now</b>
    Your application stays as it is. We write to you as soon as you can choose a time.
bookings-resumed =
    <b>You can choose a time again</b>
    The times are on your application's card.
desk-paused = <b>{ $by } has paused the bookings</b>
desk-resumed = <b>Bookings are taken again</b>
card-paused =
    <b>No times just now</b> ({ $code })
    We are not taking bookings for a while. We write to you as soon as you can choose a time.
pick-paused =
    <b>We are not taking bookings right now</b>
    We write to you as soon as you can choose a time.
refused-paused = We are not taking bookings right now. We write to you as soon as you can choose a time.
refused-paused-note = We are not taking bookings right now: “{ $note }”. We write to you as soon as you can choose a time.

## Export

command-export = Applications and verdicts as tables
    .example =
        /export
        /export 30
export-form = “{ $said }” is no number of days. For the applications of the last 30 days: <code>{ $example }</code>; for all: <code>/export</code>
export-asked = The tables of all applications are being made. They come here by themselves, and the passphrase in a message of its own.
export-asked-days = The tables of the applications begun within { $days } days are being made. They come here by themselves, and the passphrase in a message of its own.
export-progress = Export: { $rows } rows read
export-file =
    <b>Applications and verdicts</b>, { $rows } rows
    Encrypted with age; the passphrase comes next. Who asked for it stands in the record.
export-passphrase =
    <b>Passphrase of the export</b>
    <code>{ $passphrase }</code>
    Keep it apart from the file. To open it: <code>age -d -o export.zip FILE</code>
export-failed = The export could not be made. Please send /export again; if it happens again, tell whoever runs the desk.
