# The evidence file: its messages, and the report in it.

command-evidence = Everything about one application, as a file
    .example = /evidence M-7K3QXD
evidence-form = Please add the application’s code, for example: <code>{ $example }</code>
    With <code>full</code> after it nothing is masked, and staff’s notes and the key of the record’s commitments are in it too.
evidence-asked = The evidence file for { $code } is being made. It comes here in a minute, and its passphrase in a message of its own.
evidence-progress = Evidence file for { $code }: { $step }/{ $steps }, { $what }
evidence-step-collect = reading
evidence-step-report = writing the report
evidence-step-pack = packing and encrypting
evidence-step-done = done
evidence-file =
    <b>Evidence file for { $code }</b>
    Encrypted with age; the passphrase comes next.
evidence-file-full =
    <b>Evidence file for { $code }, in full</b>
    Encrypted with age; the passphrase comes next. That you asked for it in full stands in the record.
evidence-passphrase =
    <b>Passphrase for the evidence file of { $code }</b>
    <code>{ $passphrase }</code>
    Keep it apart from the file. To open it: <code>age -d -o evidence.zip FILE</code>
evidence-failed = The evidence file for { $code } could not be made. Please send /evidence again; if it happens again, tell whoever runs the desk.

report-title = Evidence file, application { $code }
report-made = Made { $time }. Times are { $zone }.
report-masked = ID number, birth date, phone and address masked; notes of staff left out.
report-full = In full: nothing masked, with the notes of staff.
report-erased = What the applicant had said was erased at the applicant’s wish.
report-none = none
report-case = The application
report-state = State
report-begun = Begun
report-submitted = Sent in
report-decided = Decided
report-order = Order
report-device = Device
report-term = Term
report-months = { $months ->
    [one] one month
   *[other] { $months } months
}
report-answers = What the applicant said
report-consents = Consents
report-given = agreed, text version { $version }, { $time }
report-declined = declined, text version { $version }, { $time }
report-timeline = Timeline
report-state-changed = state changed from “{ $from }” to “{ $to }”
report-reviews = Video reviews
report-review = Review with { $reviewer }: { $status }
report-call = Call
report-call-times = opened { $opened }, both present { $met }, ended { $ended }
report-mark = Marked in silence
report-mark-withdrawn = Marked in silence, taken back
report-by = { $what }, { $reviewer }, { $time }
report-verdicts = Verdicts
report-verdict = { $outcome }, { $status }
report-reviewer = Reviewer
report-checker = Second reviewer
report-reasons = Reasons
report-conditions = Conditions
report-four-eyes = Four eyes because of
report-draw = Drawn number (0 to 9999)
report-note = Note of staff
report-appeal = Appeal
report-photos = Photos and stills
report-faces = Comparison of faces
report-face-eye = By eye
report-face-by = { $by }, { $time }; files { $card } and { $face }
report-face-machine = By software, as advice only
report-face-measured = { $result }; distance { $figure }; { $model }, { $version }; { $time }; hashes of the pictures used: { $card } and { $face }
report-entry = Typed from the document
report-entry-result = { $outcome ->
    [matched] the same
    [number] the end of the number differs
    [name] the name differs
    [number-name] the end of the number and the name differ
   *[open] not finished
}; tries: { $tries }; { $time }
report-captures = Stills from the call
report-capture = by { $by }, { $time }, { $width } × { $height }; file { $id }
report-capture-replaced = by { $by }, { $time }, { $width } × { $height }; file { $id }; replaced by a later one
report-chain = The record
report-chain-whole = Verified: { $entries } entries, signed up to entry { $signed }. Head { $head }
report-chain-broken = Does not fit from entry { $entry } on: { $why }
report-proof = How to check it without this program: verify.mjs, and docs of the audit trail. The hash of every file in this archive stands in manifest.sha256.

report-status-active = to be held
report-status-held = time kept
report-status-attended = held
report-status-cancelled-by-applicant = cancelled by the applicant
report-status-cancelled-by-us = cancelled by us
report-status-missed-by-applicant = missed by the applicant
report-status-missed-by-reviewer = missed by the reviewer
report-status-technical = ended for technical reasons
report-status-pending = waits for a second person
report-status-final = in effect
report-status-returned = sent back
report-status-overruled = decided otherwise
report-deposit = deposit { $amount }
report-device-instead = device instead: { $device }
report-term-instead = term of { $months } months
