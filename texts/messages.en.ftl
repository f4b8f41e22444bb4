# At most four lines a message, and one thing to do. Plain and warm, no exclamation marks.

## Buttons (18 letters at most)

button-continue = Continue
button-apply-again = Apply again
button-now = Now
button-queue-now = Wait in line
button-leave-line = Leave the line
button-want-earlier = Tell me if earlier
button-want-any = Tell me when free
button-want-nothing = Stop telling me
button-more-days = More days
button-look-again = Check again
button-zone = Time zone
button-move = Move
button-come = I will come
button-cancel = Cancel
button-join = Join the call
button-back-to-call = Back to the call
button-choose-time = Choose a time
button-conditions = See the conditions
button-rental = Continue rental
button-book-again = Book again
button-device-yes = Yes, switch to it
button-device-no = No, not me
button-browser-yes = Yes, sign in
button-browser-no = No, not me
button-review = Open the review
button-case = Open application
button-queue = Open queue

## The application's card

card-device = { $device }, for { $months ->
        [one] { $months } month
       *[other] { $months } months
    }

card-draft =
    <b>Your application is not sent yet</b> ({ $code })
    All your answers are saved, so you can carry on where you stopped.

card-submitted =
    <b>Your application is in</b> ({ $code })
    We are arranging your video review and will tell you here when you can book.

card-invited = <b>Choose a time for your video review</b> ({ $code })
card-again =
    <b>Please book your video review once more</b> ({ $code })
    It covers only the steps that are still to be done.
offer-times = Tap a time and it is booked.
offer-now = A reviewer is free now, so you can start at once or pick a time.
offer-now-only = A reviewer is free now, so you can start at once.
offer-wait = You can wait in line for a call now, about { $minutes } minutes, or pick a time.
offer-wait-only = You can wait in line for a call now. It may take about { $minutes } minutes.
offer-none = There are no free times at the moment. Please check again in a while.
offer-zone = The times are in { $zone }.
offer-zone-unknown = All times are in { $zone }. If you live by another clock, tap Time zone.

card-hold = <b>One of our staff is looking at your application</b> ({ $code })
card-blocked = <b>Your application</b> ({ $code })
hold-next = You will hear from us here. There is nothing you need to do now.

card-line = <b>You are in line for your video review</b> ({ $code })
line-place = Your place: { $place }. No reviewer can take you just now. Your place is kept, or you can pick a time.
line-place-soon = Your place: { $place }. It is your turn any moment.
line-place-wait = Your place: { $place }. It may take about { $minutes } minutes.
line-how = You may lock your phone. We write to you when it is your turn; please join within two minutes then.

earlier-free =
    <b>An earlier time has become free</b>
    { $time }. Tap it and your booking moves there. First come, first served.
earlier-free-now = Until then you keep your time: { $time }
time-free =
    <b>A time has become free</b>
    { $time }. Tap it and it is booked. First come, first served.
your-turn =
    <b>It is your turn</b>
    A reviewer is ready for you. Please join by { $until }, then the next in line is called.
turn-kept =
    <b>You were not there when your turn came</b> ({ $code })
    No harm done: your place is kept for one more turn.
turn-lost =
    <b>Your turn has come twice, and you are out of the line now</b> ({ $code })
    It does not count against you. Please book a time, or wait in line again when it suits you.

card-booked = <b>Your video review is booked</b> ({ $code })
booked-at = Time: { $time }
booked-with = Time: { $time }, with { $reviewer }
prepare-short = Have your original ID ready, sit somewhere quiet, bright and tidy, and simply answer honestly.
booked-later = We will send you the call link shortly before the start.
booked-language = Your reviewer speaks { $language }. Nobody who speaks your language was free.
booked-open = The call is open. Tap the button below to join.

card-reviewing = <b>Your video review is on</b> ({ $code })
reviewing-open = If you drop out of the call, the button below takes you back.
reviewing-next = The reviewer is writing up the result. It will be here soon.
reviewing-due = The reviewer is writing up the result. It will be here by { $time }.

card-confirming =
    <b>Your video review is done</b> ({ $code })
    A colleague is confirming the result, and then you get it here.

card-conditional = <b>Passed with conditions: please choose by { $time }</b> ({ $code })

card-approved = <b>✓ Your video review passed</b> ({ $code })
approved-next = Please go back to the rental platform for the contract and delivery.
approved-next-link = Tap the button below to go on to the contract and delivery.

card-rejected = <b>Your application did not pass</b> ({ $code })
rejected-more = { $count ->
        [one] One more reason, with advice, is in the message with your result.
       *[other] { $count } more reasons, with advice, are in the message with your result.
    }
rejected-unexplained = If you would like to know why, please ask the rental platform's support.

card-appealed =
    <b>We have your appeal</b> ({ $code })
    Someone who had no part in the review will look at it again and answer you here.

card-withdrawn =
    <b>Your application is withdrawn</b> ({ $code })
    If you would still like to rent, you can apply again at any time.

lapses-soon-invited =
    <b>Your application expires soon</b> ({ $code })
    Please choose a time for your video review by { $time }. After that it is closed.
lapses-soon-conditional =
    <b>Your application expires soon</b> ({ $code })
    Please answer the conditions by { $time }. After that it is closed.
lapsed-draft =
    <b>Your application has expired</b> ({ $code })
    It was not sent within the time, so it is closed and your answers are deleted. You can begin anew at any time.
lapsed-invited =
    <b>Your application has expired</b> ({ $code })
    No time for the video review was chosen, so it is closed. You can apply again at any time.
lapsed-conditional =
    <b>Your application has expired</b> ({ $code })
    The conditions were not answered within the time, so it is closed. You can apply again at any time.

card-lapsed =
    <b>Your application has expired</b> ({ $code })
    It was closed because no next step was taken for a while.
    If you would still like to rent, you can apply again at any time.

## When to apply again

again-now = You can apply again now.
again-from = You can apply again from { $time }.
again-never = We cannot take a new application. If you have questions, please contact the rental platform's support.
again-never-appeal = We cannot take a new application. If you think this is a mistake, you can appeal once, until { $time }.

## The verdict

verdict-approved =
    <b>✓ Your video review passed</b> ({ $code })
    Thank you for your time.
verdict-retry =
    <b>Your video review is not complete yet</b> ({ $code })
    Some steps need to be repeated. Here is why.
verdict-retry-held =
    <b>Your video review has no result yet</b> ({ $code })
    Some steps could not be completed this time. Here is why.
verdict-rejected =
    <b>Your video review did not pass</b> ({ $code })
    We are sorry that we cannot offer you this rental. Here is why.
verdict-rejected-unreviewed =
    <b>Your application did not pass</b> ({ $code })
    We are sorry that we cannot offer you this rental. Here is why.
verdict-rejected-for-good-unreviewed =
    <b>Your application did not pass</b> ({ $code })
    We are sorry that we cannot rent to you. Here is why.
verdict-rejected-for-good =
    <b>Your video review did not pass</b> ({ $code })
    We are sorry that we cannot rent to you. Here is why.
verdict-conditional =
    <b>Your video review passed with conditions</b> ({ $code })
    You can rent if you agree to what is below.
verdict-advice = What helps: { $advice }
verdict-retry-next = Please book another time. The call covers only the steps that are still to be done.

## The call

starts-at = Starts: { $time }
was-at = Was to start: { $time }

call-how = Tap the button below, and allow the camera and microphone.
call-private = The link is for you alone, so please do not forward it.

reminder-day = <b>⏰ A reminder of your video review</b>
reminder-hour = <b>⏰ Your video review starts within the hour</b>
reminder-ten = <b>⏰ Your video review is about to start</b>
reminder-come = Please tell us whether you can make it.
reminder-change = If the time no longer suits you, change it with the buttons below.

reviewer-here =
    <b>Your reviewer is here and waiting for you</b>
    Tap the button below to join.

nudge = <b>It is time for your video review</b>
nudge-next = Your booking is still held. Please join with the button below.

missed-applicant =
    <b>You missed your video review</b> ({ $code })
    We waited for you at the agreed time.
missed-us =
    <b>We are sorry, your video review did not take place</b> ({ $code })
    Our reviewer was not there in time. That is our fault and does not count against you.
missed-us-away =
    <b>We are sorry, we have to cancel your video review</b> ({ $code })
    Your reviewer cannot be there, and no colleague is free at that time. It does not count against you.
missed-technical =
    <b>We are sorry, your video review did not take place</b> ({ $code })
    The connection did not come about. It does not count against you.
missed-held = { $time } is kept for you until { $until }.
missed-no-verdict =
    <b>We are sorry: this review came to no result</b> ({ $code })
    The reviewer did not decide in time. It was our fault and does not count against you.
missed-last = As this was not the first time, our staff will look at your application first.
missed-counts = Missed calls are counted; after too many our staff decide.
missed-pick = Your application is still open. Please tap another time (in { $zone }).
missed-next = Your application is still open. Please choose another time.

reviewer-changed =
    <b>Another reviewer takes over your video review</b>
    They will be with you in a moment. If you have left the call, please join again with the button below.
running-over =
    <b>Your reviewer is still in the call before yours</b>
    Your turn comes as soon as it ends. Please stay in the call, or come back with the button below.

other-device =
    <b>Another device wants to join your video review</b>
    If it is you, say yes and carry on over there.
    If it is not you, say no and that device stays out.

## The calendar file

calendar-booked = <b>For your calendar</b> ({ $code })
    .how = Open the file above and your phone adds the review, with an alarm.
calendar-moved = <b>Your calendar needs the new time</b> ({ $code })
    .how = Open the file above. If the old entry stays, please delete it.
calendar-cancelled = <b>This review is cancelled</b> ({ $code })
    .how = If it is in your calendar, open the file above or delete the entry.

other-browser =
    <b>Another browser wants to open your console</b> ({ $code })
    It came by your review link: { $browser }.
    If it is you, say yes, and it signs in by itself.
    If it is not you, say no, and tell an admin that somebody has the link.
other-browser-unknown = unknown browser

## Reviewers and admins

review-booked = <b>New video review</b> ({ $code })
review-moved = <b>Video review moved</b> ({ $code })
review-now =
    <b>An applicant wants to start now</b> ({ $code })
    Please open the review right away.
review-device = Device: { $device }
review-gone-cancelled =
    <b>Video review cancelled</b> ({ $code })
    This time is free again.
review-gone-moved =
    <b>Video review moved to another time</b> ({ $code })
    Another reviewer has it now, and this time is free again.
review-gone-missed =
    <b>The applicant did not come</b> ({ $code })
    This booking is over.
review-gone-reassigned =
    <b>Video review goes to a colleague</b> ({ $code })
    You need not do anything.
review-gone-absent =
    <b>You were not at your video review</b> ({ $code })
    The applicant has been looked after, and you are set offline. Send /online when you are back.
review-handed = <b>Please take over this video review</b> ({ $code })
review-reminder = <b>⏰ Video review about to start</b> ({ $code })
review-confirmed = ✓ The applicant said they will come.
day-agenda = <b>Your reviews on { $day }: { $count }</b> ({ $zone })
day-line = { $time } · { $code } · { $device }
day-line-confirmed = { $time } · { $code } · { $device } · ✓ will come
day-more = And { $count } more, see /agenda
day-open = { $time } { $code }
applicant-waiting = <b>The applicant is here and waiting for you</b> ({ $code })

on-hold =
    <b>An application needs your decision</b> ({ $code })
    { $reason }

staff-added-reviewer =
    <b>You are on the review team: reviewer</b>
    /online to take reviews, /offline to stop
    /agenda for what is booked
    /help for all commands
staff-added-admin =
    <b>You are on the review team: admin</b>
    /queue for what needs a decision, /case for one application
    /hours for shifts, /staff for members
    /help for all commands
staff-added-both =
    <b>You are on the review team: reviewer and admin</b>
    /online to take reviews, /agenda for what is booked
    /queue for decisions, /hours for shifts, /staff for members
    /help for all commands
staff-removed =
    <b>You are no longer on the review team</b>
    Your staff rights have ended. If you have questions, please ask an admin.

## A draft that waits

draft-waits =
    <b>Your application is waiting for you</b>
    { $left ->
        [0] All questions are answered, only the last steps are left.
        [one] One question is left. What you entered is safe.
       *[other] { $left } questions are left. What you entered is safe.
    }
    You can go on until { $until }.

## Names

state-draft = Being filled in
    .staff = Draft
state-submitted = Sent in
    .staff = Submitted, to be invited
state-invited = To be booked
    .staff = Invited, no time booked
state-booked = Booked
    .staff = Booked
state-reviewing = In review
    .staff = In review
state-confirming = Being checked
    .staff = Waiting for a second reviewer
state-conditional = Passed with conditions
    .staff = Passed with conditions, applicant to accept
state-rejected = Not passed
    .staff = Not passed
state-appealed = Appealed
    .staff = Appealed, for another reviewer
state-approved = Passed
    .staff = Passed
state-withdrawn = Withdrawn
    .staff = Withdrawn by the applicant
state-lapsed = Expired
    .staff = Expired

outcome-approved = Pass
outcome-retry = Repeat steps
outcome-rejected = Not passed, may apply again
outcome-rejected-for-good = Not passed, for good
outcome-conditional = Pass with conditions
outcome-escalated = An admin decides

hold-attempts-used-up = The video review was held a few times without reaching a result.
    .staff = All attempts are used up without a result.
hold-missed-too-often = The booked video review could not be held more than once.
    .staff = The applicant missed several reviews.
hold-earlier-rejection = A member of staff looks at this application before a time can be booked.
    .staff = The same ID number was turned down before; decide whether to go on.
hold-blocked = This application is paused.
    .staff = The applicant is blocked.
hold-escalated = Your application is to be decided by a senior colleague.
    .staff = The reviewer asks you to decide.
hold-nobody-eligible = We are finding a reviewer who had no part in your application.
    .staff = No reviewer on the team may take this application.
hold-nobody-to-confirm = Your review is done, and we are finding a colleague to confirm the result.
    .staff = There is no other reviewer to confirm this verdict.
hold-nobody-for-appeal = We are finding somebody who had no part in your review to decide your appeal.
    .staff = There is no reviewer without a part in it to decide this appeal.
hold-other = A member of staff has to decide how this application goes on.
    .staff = A member of staff has to decide how it goes on.

flag-rejected-for-good = Same ID number, turned down for good
flag-rejected-waiting = Same ID number, turned down, still waiting
flag-running-elsewhere = Same ID number, open under another account
flag-same-number = Same ID number, applied under another account
flag-same-photo = The very same photo of a card
flag-alike-photo = A photo of a card that looks alike
flag-alike-sides = The two photos of the card look alike
flag-same-phone = Same phone number
flag-same-address = Same delivery address (households share one)

field-device = Device
field-term = Term
field-name = Name
field-document = Document
field-documentNumber = Document number
field-birthDate = Date of birth
field-documentExpiry = Valid until
field-phone = Phone
field-province = Province
field-city = City
field-district = District
field-address = Delivery address
field-occupation = Occupation
field-purpose = Purpose
field-deviceUser = Who uses it
field-deviceUserWho = More on who uses it
field-usePlan = Use plan
field-otherRentals = Other rentals
field-otherRentalsWhich = Which other rentals
field-cardPhoto = Photo with portrait
field-cardPhotoBack = Photo, other side
field-note = Anything else

consent-data = Use of your data
consent-face = Face comparison
consent-recording = Recording

file-card-front = Photo of the document, front
file-card-back = Photo of the document, back
file-capture-card-front = Still from the call: document, front
file-capture-card-back = Still from the call: document, back
file-capture-face = Still from the call: face
file-capture-room = Still from the call: the room
