## One's own data: see, export, take back, delete

command-mydata = See, export or delete my data
do-mydata = ‹ My data
do-export = Export my data
do-consent-off-face = No face comparison
do-consent-off-recording = No recording
do-consent-off-data = No use of my data
do-consent-on-face = Allow comparison
do-consent-on-recording = Allow recording
do-consent-off-yes = Yes, take it back
do-delete-photos = Delete photos
do-delete-photos-yes = Yes, delete photos
do-erase = Delete everything
do-erase-yes = Yes, delete all
do-keep-all = Keep it

mydata =
    <b>What we keep about you</b>
    Photos go by themselves { $days } days after the result; the rest stays until you ask us to delete it.
    Below you can export it, take a consent back, or delete.
mydata-gone =
    <b>What we keep about you</b>
    Your answers and photos are deleted. Only when you applied, and how it ended, is left; you can export that below.
mydata-none = We have no data of yours. To apply, send /apply.
mydata-case = <b>{ $code }</b> { $state }: { $answers ->
    [one] one answer
   *[other] { $answers } answers
}, { $photos ->
    [one] one photo
   *[other] { $photos } photos
}
mydata-case-until = <b>{ $code }</b> { $state }: { $answers ->
    [one] one answer
   *[other] { $answers } answers
}, { $photos ->
    [one] one photo
   *[other] { $photos } photos
} (kept until { $until })
mydata-case-erased = <b>{ $code }</b> { $state }: data deleted
mydata-more = Earlier applications are in the exported file.
mydata-agreed = Agreed: { $what }
mydata-exported = Your data is in this file; open it with a browser. It holds your whole ID number, so do not pass it on.

consent-off-face =
    <b>Take back your consent to face comparison?</b>
    From then on the reviewer compares face and card by eye only. Your application is reviewed all the same.
consent-off-recording =
    <b>Take back your consent to recording?</b>
    From then on nothing is recorded. The video review takes place all the same.
consent-off-data =
    <b>Take back your consent to the use of your data?</b>
    Without it we may not keep or use your data, so this means deleting everything. An open application is withdrawn.
photos-off =
    <b>Delete your photos?</b>
    { $photos ->
        [one] One photo goes
       *[other] { $photos } photos go
    } for good. The review takes place all the same, with the original card in the call.
    An application that is not handed in yet asks for photos again.
photos-off-none = There are no photos now.
toast-consent-off = ✓ Taken back
toast-consent-on = ✓ Agreed
toast-photos-off = ✓ Photos deleted
toast-nothing-changed = There was nothing to change.

## The exported page

export-title = Your data
export-made = Exported from Mianshen, { $time }
export-keeping = How it is kept
export-keeping-all = Your answers, photos and our staff's notes are encrypted with a key of each application's own. Photos are deleted { $pictures } days after the result; the rest stays until you ask us to delete it.
export-keeping-hash = A hash of your ID number, which cannot be turned back into it, is kept until { $hashes } days after an application ended, to prevent double applications; also after you delete your data.
export-keeping-rights = In the chat, /mydata takes consents back and deletes photos, and /delete deletes everything. Our staff's internal notes are not in this file.
export-account = Chat account
export-account-id = Account number
export-account-language = Language
export-account-language-own = English
export-account-zone = Time zone
export-account-zone-unknown = not known yet
export-account-since = First used
export-case = Application { $code }
export-case-erased = The data of this application was deleted, as you asked.
export-case-state = State
export-case-begun = Begun
export-case-submitted = Handed in
export-case-decided = Decided
export-answers = Your answers
export-photos = Photos
export-photo-taken = { $what }, { $time }
export-recordings = Recordings of the video review
export-recording-length = { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
}
export-recording-kept = Kept like the photos. { $length }
export-recording-gone = Deleted. { $length }
export-photo-until = Kept until { $time }
export-consents = Consents
export-consent-given = Agreed, { $time }, version { $version }
export-consent-declined = Not agreed, { $time }, version { $version }
export-consent-withdrawn = Taken back, { $time }
export-bookings = Bookings
export-booking-active = to come
export-booking-attended = took place
export-booking-cancelled-by-applicant = cancelled by you
export-booking-cancelled-by-us = cancelled by us
export-booking-missed-by-applicant = you were not there
export-booking-missed-by-reviewer = our reviewer was not there
export-booking-technical = not finished for technical reasons
export-verdicts = Results
export-rehearsals = Rehearsals
export-rehearsal-ok = { $measured ->
    [none] ✓ { $part }
   *[other] ✓ { $part } ({ $measured })
}
export-rehearsal-poor = { $measured ->
    [none] to improve: { $part }
   *[other] to improve: { $part } ({ $measured })
}
export-faces = Comparison of your face with your document by software
export-faces-means = Done with your consent of { $time }, version { $version }. It only advises: a person decides. If you take the consent back, these figures are deleted.
export-face-by = { $model }, { $version }
export-nothing = None
