# The audit trail: an applicant's receipt, /verify and /audit.

## The receipt

receipt =
    <b>Receipt for { $code }</b>, to be kept.
    <blockquote expandable>The record of your application has { $entries ->
        [one] one entry
       *[other] { $entries } entries
    } so far. If anything in it is changed or removed later, this receipt shows it: send it with /verify.
    <code>{ $receipt }</code></blockquote>

## /verify

command-verify = Check the record of my application
verify-whole = <b>{ $code }</b>: the record has { $entries ->
        [one] one entry
       *[other] { $entries } entries
    }, and every one of them fits.
verify-broken = <b>{ $code }</b>: the record does not fit from entry { $entry } on.
verify-receipt-matches = ✓ Your receipt (entry { $number }) matches it.
verify-receipt-cut = ✕ Your receipt was given at entry { $number }, which is not there any more.
verify-receipt-rewritten = ✕ Your receipt does not match entry { $number }: the record was changed after you got it.
verify-receipt-not-signed = ✕ This receipt was not signed by us for this application. Perhaps it was not copied whole.
verify-receipt-other-case = ✕ This receipt is for another application.
verify-hint = To compare it with your own receipt, send /verify and the receipt after it.
verify-keep = Please keep your receipt, and ask the rental platform about it.
verify-form = This is not a whole receipt. Copy it from the message “Receipt”; it begins with the application’s code, for example <code>/verify M-7K3QXD.14.…</code>
verify-nothing = There is no application of yours yet, so there is no record to check.
verify-not-yours = This receipt is not for an application of yours. Please send the one from your own chat.

## /audit

command-audit = The record of an application
    .example = /audit M-7K3QXD
audit-form = Please add the application’s code, or desk for the desk itself, for example: <code>{ $example }</code>
audit = <b>Record of { $name }</b> ({ $page }/{ $pages })
audit-desk = the desk
audit-whole = ✓ Verified: { $entries ->
        [one] one entry
       *[other] { $entries } entries
    }, signed up to entry { $signed }
audit-broken = ✕ Does not fit from entry { $entry } on: { $why }
audit-flaw-missing = an entry is missing
audit-flaw-link = the link to the entry before it differs
audit-flaw-columns = the columns differ from the content
audit-flaw-rows = the tables beside the record say something else
audit-flaw-hash = the content does not fit its hash
audit-flaw-other-key = it was signed with another key
audit-flaw-signature = a signature does not hold
audit-flaw-rewritten = another content had been signed
audit-flaw-cut = a later entry had been signed, and is gone
audit-line = <b>{ $number }</b> { $time } { $who }: { $what }
audit-line-more = <b>{ $number }</b> { $time } { $who }: { $what } ({ $more })
audit-from-to = { $from } → { $to }
audit-by-applicant = applicant
audit-by-desk = the desk
audit-result-passed = passed
audit-result-failed = not passed
audit-result-not-reached = not reached

audit-case-created = application begun
audit-case-state = state changed
audit-case-erased = data erased
audit-case-hold-released = decided to go on
audit-application-answered = question answered
audit-application-reopened = question asked again
audit-consent-recorded = consent recorded
audit-files-expired = pictures deleted after their time
audit-file-opened = picture opened
audit-capture-taken = still taken from the call
audit-entry-compared = typed from the document, compared
audit-faces-compared = faces compared by eye
audit-faces-measured = faces compared by software, as advice
audit-dossier-opened = application opened
audit-booking-made = time booked
audit-booking-moved = time moved
audit-booking-ended = booking ended
audit-call-links-revoked = call links replaced
audit-call-third-refused = a third person was kept out of the call
audit-call-patience = two more minutes asked for
audit-case-wait-shortened = wait shortened by a rehearsal
audit-rehearsal-finished = rehearsal finished
audit-call-joined = joined the call
audit-call-ended = call ended
audit-call-device-allowed = another device allowed
audit-call-device-refused = another device refused
audit-call-other-device = another device asked to join
audit-check-recorded = check recorded
audit-draw-made = drew what the call asks
audit-draw-revealed = draw laid open
audit-part-noted = noted a part
audit-camera-virtual = camera is a program
audit-mark-made = made a silent mark
audit-mark-withdrawn = took a mark back
audit-call-handed-over = handed the call over
audit-call-broken-off = call broke off
audit-help-seen = saw the call for help
audit-help-called = asked for help in silence
audit-code-sent = sent a code to be spoken
audit-code-heard = compared a spoken code
audit-call-asked = asked on the applicant’s page
audit-verdict-given = verdict given
audit-order-created = order made
audit-staff-added = member added or changed
audit-staff-removed = member removed
audit-staff-signed-in = signed in to the console
audit-staff-status = went on or off duty
audit-hours-set = shifts set
audit-recording-started = recording begun
audit-recording-ended = recording ended
audit-recording-finished = recording ready
audit-recording-played = recording played
audit-evidence-requested = evidence file asked for
audit-evidence-made = evidence file made
audit-evidence-failed = evidence file failed
audit-devices-seeded = first catalogue put in place

audit-case-held = put on hold
audit-case-turned-down = not taken further by an admin
audit-booking-confirmed = confirmed that the time suits
audit-application-ordered = device and term taken from the order
audit-application-taken-over = answers of an earlier application taken over
audit-application-prefilled = known answers taken over
audit-consent-withdrawn = consent withdrawn
audit-flags-raised = something to look at found
audit-wait-joined = wished for an earlier time
audit-wait-left = no longer wishes for an earlier time
audit-queue-joined = joined the line
audit-queue-left = left the line
audit-queue-passed = turn passed
audit-booking-handed-over = given to another reviewer
audit-verdict-second-asked = second reviewer asked
audit-verdict-confirmed = verdict confirmed
audit-verdict-returned = verdict sent back
audit-conditions-accepted = conditions accepted
audit-conditions-declined = conditions declined
audit-appeal-made = appeal made
audit-appeal-assigned = appeal given to a reviewer
audit-promise-slipped = promised time passed
audit-field-opened = masked answer opened
audit-files-deleted = pictures deleted
audit-data-exported = own data sent to the applicant
audit-cases-searched = applications searched
audit-messages-resent = unsent messages sent again
audit-person-blocked = person blocked
audit-person-unblocked = person served again
audit-policy-changed = rule changed
audit-days-set = holidays and working days set
audit-device-added = device added
audit-device-changed = device changed
audit-staff-changed = member’s settings changed
audit-staff-away = absence entered
audit-staff-back = absence ended
audit-staff-other-browser = console asked for in another browser
audit-staff-browser-allowed = another browser allowed
audit-staff-browser-refused = another browser refused
audit-staff-sessions-ended = signed out everywhere

# Reviewed again blind

audit-blind-review-drawn = drawn to be reviewed again blind
audit-blind-review-asked = a blind reviewer asked
audit-blind-review-opened = blind review opened
audit-blind-review-file-opened = photo opened for a blind review
audit-blind-review-done = reviewed blind
audit-blind-review-raised = a differing blind review handed to the admins
audit-case-invited-by-hand = invited by an admin
audit-bookings-paused = bookings paused
audit-bookings-resumed = bookings taken again
audit-export-requested = export asked for
audit-export-made = export made
audit-export-failed = export failed
