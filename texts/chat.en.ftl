# What the chat answers directly: the form, buttons, commands. At most four short lines a message, and one thing to do.

## Buttons (18 letters at most)

do-apply = Apply now
do-apply-without = Apply without it
do-go-on = Continue
do-take-order = Use this order
do-leave-order = Keep my choice
do-my-application = My application
do-back = ‹ Back
do-keep = Keep this answer
do-still-right = Still right
do-change = Change it
do-skip = Skip
do-own-words = Something else
do-share-phone = Share my number
do-agree = Agree
do-decline = Decline
do-submit = Submit
do-edit = Edit
do-status = Show status
do-help = Help
do-this-language = English
do-other-language = 中文
do-keep-draft = Keep it
do-delete-draft = Delete it
do-withdraw = Withdraw
do-cancel-booking = Cancel booking
do-keep-booking = Keep booking
do-more-days = More days
do-nearest = Nearest times
do-to-card = Back to my card
do-choose-device = Choose this one
do-device-before = ‹ Previous
do-device-after = Next ›
do-list-devices = List all devices
do-earlier = ‹ Previous page
do-later = Next page ›
do-share-place = Share my location
do-use-zone = Use this time

## Beginning

chat-welcome =
    <b>Hello, this is Mianshen.</b>
    To rent a phone or a laptop, apply here first. A short video review follows.
    Applying takes about a minute and a half. Please have your ID document at hand.
chat-welcome-back = Welcome back. We go on with question { $number } of { $total }.
chat-welcome-back-end = Welcome back. All questions are answered, only the last steps are left.
order-offered =
    <b>A new order has come in</b>
    { $device }, { $term }, { $rent } a month, deposit { $deposit }.
    You also have an application that is not finished. Use this order in it? Device and term change, all other answers stay.
order-too-late = Your application ({ $code }) is already submitted, so it cannot switch to this order. Open the link again once it is done.
chat-order-taken =
    <b>Filled in from your order</b>
    { $device }, { $term }
    { $rent } a month, deposit { $deposit }
chat-answers-kept = Your answers from last time are kept. Only what was named in the result is asked again.

## The form

chat-mark = { $number }/{ $total }
chat-mark-optional = Optional

ask-device =
    <b>{ $mark } · Device</b>
    Which one would you like to rent?
    { $choices }
ask-term =
    <b>{ $mark } · Term</b>
    For how long would you like to rent it?
    { $choices }
ask-name =
    <b>{ $mark } · Name</b>
    Please type your name as it stands on your document.
    Example: Lin Xiaoyu
ask-document =
    <b>{ $mark } · Document</b>
    Which document do you apply with? You show the original in the video review.
ask-documentNumber =
    <b>{ $mark } · { $document ->
        [passport] Passport number
        [residence-permit] Residence card number
       *[other] ID number
    }</b>
    { $document ->
        [passport] Please type your passport's number, or the two lines of letters at the foot of its photo page.
        [residence-permit] Please type the card's number: 18 characters on the new card, 15 on the old one.
       *[other] Please type the 18 characters of your ID number.
    } It is encrypted and used only to check who you are.
    Example: { $example }
ask-birthDate =
    <b>{ $mark } · Date of birth</b>
    Please type the date of birth that stands in your passport.
    Example: 1990-03-07
ask-documentExpiry =
    <b>{ $mark } · Passport valid until</b>
    Until which day is your passport valid?
    Example: 2031-05-20
ask-phone =
    <b>{ $mark } · Phone</b>
    Tap the button below to share your number, or type it.
    Example: 138 0013 8000
ask-province =
    <b>{ $mark } · Delivery address</b>
    Where should the device go? Choose the province, or type the whole address.
    Example: Room 301, Building 2, 100 Wensan Road, Xihu, Hangzhou, Zhejiang
ask-city =
    <b>{ $mark } · Delivery address</b>
    { $place }
    Please choose the city, or type it.
ask-district =
    <b>{ $mark } · Delivery address</b>
    { $place }
    Please choose the district, or type it.
ask-address =
    <b>{ $mark } · Delivery address</b>
    { $place }
    Please type the street, the building and the door.
    Example: Room 301, Building 2, 100 Wensan Road
ask-occupation =
    <b>{ $mark } · Occupation</b>
    What do you do at present?
ask-purpose =
    <b>{ $mark } · Purpose</b>
    What will you mainly use the device for?
ask-deviceUser =
    <b>{ $mark } · Who uses it</b>
    Who will use the device?
ask-deviceUserWho =
    <b>{ $mark } · Who uses it</b>
    Which member of your family?
    Example: my daughter, who is at high school
ask-usePlan =
    <b>{ $mark } · Use plan</b>
    Where will it be used, and how on an ordinary day?
    Example: at the office on weekdays, for video editing at home at weekends
ask-otherRentals =
    <b>{ $mark } · Other rentals</b>
    Do you rent any other phone or computer at present?
ask-otherRentalsWhich =
    <b>{ $mark } · Other rentals</b>
    What is it, and from whom?
    Example: a tablet from the shop next door, until the end of the year
ask-cardPhoto =
    <b>{ $mark } · { $document ->
        [passport] Photo of the passport
       *[other] Photo of the card: front
    }</b>
    { $document ->
        [passport] Please take a photo of the page with your portrait and send it here.
       *[other] Please take a photo of the side with your portrait (of a passport, the photo page) and send it here.
    }
    All four corners, readable, no glare. We remove its location data and encrypt it.
ask-cardPhotoBack =
    <b>{ $mark } · Photo of the card: { $document ->
        [resident-id] emblem side
       *[other] back
    }</b>
    { $document ->
        [resident-id] Now one of the side with the national emblem, please.
       *[other] Now one of the other side, please.
    }
ask-note =
    <b>{ $mark } · Anything else</b>
    Is there anything else that the reviewer should know? If not, tap “Skip”.

own-occupation =
    Please type what you do.
    Example: taxi driver
own-purpose =
    Please type what you will use it for.
    Example: online courses for my exam, and notes
own-deviceUser =
    Please type who will use it.
    Example: a colleague at the office, I look after it

chat-no-devices =
    <b>{ $mark } · Device</b>
    There is nothing to rent at the moment. Please come back later, your application is kept.
chat-device-line = { $device }: { $rent } a month, deposit { $deposit }
chat-known = Your answer so far: <b>{ $answer }</b>
chat-still-right =
    <b>{ $mark } · Please check</b>
    { $known }
    Is this still right?
chat-all-still-right =
    <b>Your answers from last time</b>
    { $known }
    Is this still right?
chat-months = { $months ->
        [one] { $months } month
       *[other] { $months } months
    }
chat-photo-kept = received
chat-answered = { $label }: <b>{ $answer }</b> ✓
chat-set-aside = { $label }: left for later
chat-editing = Editing: { $label }
chat-agreed = agreed
chat-declined = declined
chat-phone-placeholder = Your number, or the button below
chat-phone-left = We leave the phone number for now.
chat-photo-enough = We have your photos, there is no need for more. Thank you.
chat-edited = We cannot see edits to messages you already sent. Please send it again, or tap “Back” to change an earlier answer.
chat-passed-on = A forwarded message cannot be an answer. Please write it yourself, or send your own photo again.

chat-summary = <b>Please check your application</b>
chat-summary-price = Price: { $rent } a month, deposit { $deposit }
chat-summary-line = { $label }: { $answer }
chat-edit-which = Which answer would you like to change?
chat-corrected =
    <b>✓ Thank you, your answers are corrected</b> ({ $code })
    Next, choose a time for the new call.

chat-submitted =
    <b>✓ Your application is in</b> ({ $code })
    Next, choose a time for your video review.

chat-submitted-waits = <b>✓ Your application is in</b> ({ $code })

wanted-choice = Please tap one of the buttons below, or type what stands on it.
wanted-text = Please answer this one in words. Stickers, voice messages, pictures and places cannot be read here.
wanted-cardPhoto = This one needs a photo. Please take one of the side with your portrait and send it here.
wanted-cardPhotoBack = This one needs a photo. Please take one of the card's other side and send it here.
wanted-answer = This one needs an answer and cannot be skipped. You can also pause: your answers are kept, and /apply goes on from here.
wanted-before-edit = At the end you can check and change every answer. To change an earlier one now, send “back”.
wanted-consent = Please read the text below, then answer with a button.
wanted-consent-needed = Without this consent we cannot take your application further. You can keep it for later and think it over, or delete it.
wanted-summary = Please check the answers above: tap “Submit” if they are right, “Edit” to change one.

## Something is wrong with the input: what, and what a right one looks like

for-example = For example: { $example }
example-name = Lin Xiaoyu
example-documentNumber = { $example }
example-birthDate = 1990-03-07
example-documentExpiry = 2031-05-20
example-phone = 138 0013 8000
example-address = Room 301, Building 2, 100 Wensan Road
example-occupation = taxi driver
example-purpose = online courses for my exam, and notes
example-deviceUser = a colleague at work, I look after it
example-deviceUserWho = my mother, who lives with me
example-usePlan = at the office on weekdays, for video editing at home at weekends
example-otherRentals = a tablet, until next March
example-otherRentalsWhich = a tablet, until next March
example-note = a call after seven in the evening suits me best

problem-empty = There was no text in that. Please type it again.
problem-too-long = That is too long. Please keep it to { $limit } characters.
problem-too-short = Please write a little more, at least { $limit } characters.
problem-characters = There were no words in that. Please answer in words.
problem-choice =
    We did not understand that.
    Tap a button below, or type what stands on it.
problem-device-choice =
    We do not have that device.
    Tap a button below, or type the full name, for example: Qinghe Phone 8
problem-term-choice =
    This device is not rented out for that long.
    Tap a button below, or type the months, for example: 12
problem-name-too-short =
    A name has at least { $limit } letters.
    Please type it as on your document, for example: Lin Xiaoyu
problem-name-characters =
    A name holds letters only, no figures, emoji or signs.
    Please type it as on your document, for example: Lin Xiaoyu
problem-name-bare-answer =
    This does not look like a name. We ask for your name here, not for a yes or no.
    Please type your name as on your document, for example: Lin Xiaoyu
problem-documentNumber-length =
    An ID number has 18 characters, and this one has a different length.
    Please compare it with your card, for example: { $example }
problem-documentNumber-too-long =
    An ID number has only 18 characters.
    Please send just the number, for example: { $example }
problem-documentNumber-characters =
    An ID number holds only figures, and perhaps an X at the end.
    Please compare it with your card, for example: { $example }
problem-documentNumber-region =
    The first two figures are no region code, so one may be mistyped.
    Please compare it with your card, for example: { $example }
problem-documentNumber-birth-date =
    Characters 7 to 14 are a date of birth, and this date does not exist.
    For example, 19900307 stands for 7 March 1990. Please type the number again.
problem-documentNumber-under-age =
    By this number you are not 18 yet, so we cannot rent to you now.
    If it was mistyped, please compare it with your card, for example: { $example }
problem-documentNumber-check-digit =
    The last character does not fit the others, usually because one figure is mistyped.
    Please compare it with your card, for example: { $example }
problem-documentNumber-expired =
    This passport has expired, so it cannot be used.
    Please take a valid one, or go back and choose another document.
problem-documentNumber-permit =
    This number has 18 figures that begin with 9, or 3 letters and 12 figures.
    Please compare it with your card, for example: { $example }
problem-documentNumber-permit-birth-date =
    Characters 8 to 13 are a date of birth, and this date does not exist.
    Please compare it with your card, for example: { $example }
problem-documentNumber-passport =
    A passport number has 6 to 9 letters and figures.
    Please compare it with your passport, for example: { $example }
problem-documentNumber-passport-lines =
    These two lines are incomplete or mistyped: each has 44 characters.
    Please type them again, or just the passport number, for example: { $example }
problem-birthDate-date =
    We could not read this date.
    Please type year, month and day, for example: 1990-03-07
problem-birthDate-under-age =
    By this date you are not 18 yet, so we cannot rent to you now.
    If it was mistyped, please type it again, for example: 1990-03-07
problem-documentExpiry-date =
    We could not read this date.
    Please type year, month and day, for example: 2031-05-20
problem-documentExpiry-expired =
    This passport has expired, so it cannot be used.
    If the date was mistyped, please type it again, for example: 2031-05-20
problem-phone-number =
    This phone number is incomplete or mistyped.
    Please type it again, for example: 138 0013 8000
    From abroad with its country code, for example: +44 7700 900123
problem-phone-landline =
    This is a landline. We need a mobile number, to reach you yourself around the video review.
    Please type it, for example: 138 0013 8000
    From abroad with its country code, for example: +44 7700 900123
problem-phone-too-long =
    A phone number is not that long.
    Please send just the number, for example: 138 0013 8000
problem-phone-other-person =
    This is somebody else's contact. Please share your own number.
    Tap “Share my number” below, or type it, for example: 138 0013 8000
problem-province-choice =
    We do not know this place. We deliver to mainland China only.
    Tap a button below, or type the province or the whole address, for example: Zhejiang
problem-place-rest =
    We do not know part of that place, so nothing has been noted yet.
    Tap a button below, or type the whole address, for example: Xihu, Hangzhou, Zhejiang
problem-city-choice =
    There is no such city in this province.
    Tap a button below, or type the city's name, for example: Hangzhou
problem-district-choice =
    There is no such district in this city.
    Tap a button below, or type the district's name, for example: Xihu
problem-address-too-short =
    This is too short for a parcel to arrive.
    Please write it down to the door, for example: Room 301, Building 2, 100 Wensan Road
problem-address-characters =
    We cannot see an address in this.
    Please write it in words, for example: Room 301, Building 2, 100 Wensan Road
problem-purpose-too-short =
    Please write a little more, at least { $limit } characters.
    Example: online courses for my exam, and notes
problem-purpose-characters =
    Please tell us the purpose in words, or tap a button below.
    Example: online courses for my exam, and notes
problem-usePlan-too-short =
    Please write a little more, at least { $limit } characters.
    Example: at the office on weekdays, for video editing at home at weekends
problem-usePlan-characters =
    Please tell us in words where it will be used, and how.
    Example: at the office on weekdays, for video editing at home at weekends
problem-photo-wanted = This one needs a photo. Please take one of your document and send it here.
problem-not-a-photo =
    This file cannot be opened: it is not a photo, or it is damaged.
    Please take a photo of your document and send it here.
problem-too-small =
    The photo is too small to read the card.
    Please go closer and let the card fill the picture.
problem-same-picture =
    This is the very picture you sent for the other side.
    Please turn the card over, take another photo and send it here.
problem-too-big =
    The photo is larger than 20 MB, which we cannot receive.
    Take one with the camera in this chat, or send it as a photo rather than as a file.
problem-not-received =
    The photo did not arrive in full, perhaps because of the network.
    Please send it again.
problem-document =
    This is a file, not a photo.
    Please take a photo of your document and send it here.

## Cancelling

cancel-nothing = There is no application to cancel at the moment.
cancel-draft =
    <b>Would you like to drop this application?</b>
    Keep it: your answers stay until { $until }, and you can carry on at any time.
    Delete it: your answers and photos are deleted for good, and renting means starting over.
cancel-case =
    <b>Would you like to withdraw your application?</b> ({ $code })
    It is closed at once, and renting means starting over.
cancel-booked =
    <b>What would you like to cancel?</b> ({ $code })
    Your time: { $time }
    Cancel booking: only the time, you can choose another. Withdraw: everything is closed.
cancel-time =
    <b>Would you like to cancel this time?</b>
    { $time }
    Somebody else may take it. Your application stays, and you can choose another time.
cancel-too-late = The video review has begun, so it cannot be withdrawn now. You will hear the result here.
cancel-kept = Fine, your application is kept. To carry on, tap the button below or send /start.
cancel-kept-case = Fine, everything stays as it is.
cancel-deleted = Your application is deleted.
cancel-withdrawn = Your application is withdrawn.

## Deleting one's data

delete-ask =
    <b>Delete everything we have about you?</b>
    An open application is withdrawn. Your answers, photos and our notes are destroyed for good; nobody can bring them back.
    What law and disputes require to stay: records without personal data, your chat account's number, and for { $hashes } a hash of your ID number (it cannot be turned back), against double applications.
delete-closed = Everything was deleted, as you asked.
delete-done = ✓ Your data is deleted. Should you want to rent later, send /apply to start over.
delete-nothing = We have no data of yours to delete.
delete-too-late = The video review is on. You can delete your data once there is a result.

## Time zone

zone-ask =
    <b>Your time zone</b>
    By your clock it is now { $time }.
    To change it, share your location below or type a large city, such as Berlin or 纽约. The location is not kept.
zone-ask-unknown =
    <b>Your time zone</b>
    So far all times are said as { $time }.
    Share your location below or type a large city near you, such as Berlin or 纽约. The location is not kept.
zone-ask-draft =
    <b>Your time zone</b>
    By the clock we use it is now { $time }.
    To change it, send the command with a large city: /timezone Berlin
zone-placeholder = A city, such as Berlin
zone-offer =
    <b>{ $city }</b>
    It is { $time } there now. Shall all times be said like that?
zone-which = <b>Which place do you mean?</b>
zone-similar = <b>We do not know that place. Did you mean one of these?</b>
zone-unknown-place = We do not know that place. Please type a large city in the same time zone, such as Berlin or 纽约, or its distance from UTC, such as UTC+8.
zone-set =
    <b>✓ Your time zone is set</b>
    By your clock it is now { $time }. Times are shown this way from now on.

## Choosing a time

pick-nearest = <b>The nearest free times</b>
pick-move =
    <b>Which time would suit you?</b>
    Your present time stays yours until you have chosen another.
pick-none =
    <b>There are no free times at the moment</b>
    New ones come with the reviewers' shifts. Please look again in a while.
pick-day = <b>Please choose a day</b>
pick-time = <b>{ $day }, { $part }: please choose a time</b>
pick-zone = The times on the buttons are in { $zone }.
pick-zones = The clocks change in between: the earlier times on the buttons are in { $first }, the later ones in { $last }.
pick-night = Night
pick-morning = Morning
pick-afternoon = Afternoon
pick-evening = Evening
pick-card-below = Your card is below.

toast-submitted = Your application is in
toast-withdrawn = Withdrawn
toast-booked = ✓ Booked: { $time }
toast-now = ✓ A reviewer is ready. Please join within { $minutes } minutes
toast-queued = ✓ You are in line, place { $place }
toast-left-line = You have left the line
toast-wants-earlier = ✓ We will tell you when an earlier time is free
toast-wants-no-earlier = We will not tell you of times any more
toast-come = ✓ Noted. See you then
booked-come =
    <b>✓ You will come</b> ({ $code })
    Time: { $time }
    The link arrives here shortly before the start.
toast-moved = ✓ Moved to: { $time }
toast-cancelled = Booking cancelled. Please choose another time
toast-device-allowed = Switched to the new device
toast-device-refused = Refused. That device stays out

device-allowed = ✓ Switched. Please carry on on the new device.
device-refused = That device stayed out. If you think somebody else has your link, move your booking: the old link then ends.

## When it cannot be done

refused-gone = This button no longer works. Please look at the newest message.
refused-stale = This step is already done. Please look at the newest message.
refused-stale-now = Things have moved on. Now: { $state }
refused-not-now = This cannot be done now. Send /status to see where you are.
refused-never-again = After the earlier review we cannot take a new application. If you think this is a mistake, please contact the rental platform's support.
refused-too-early =
    <b>It is too early to apply again</b>
    Your last application did not pass. You can apply again from { $date }
    Send /apply then to begin.
refused-incomplete = Something is still missing. Please carry on.
refused-order-unknown =
    <b>We cannot find this order</b>
    The link may be incomplete. Open it again from the rental platform, or apply here and choose a device.
refused-order-unknown-running =
    <b>We cannot find this order</b>
    The link may be incomplete; open it again from the rental platform. Your application stays as it is.
refused-order-expired =
    <b>This order link was used before, or has expired</b>
    Please order again on the rental platform, or apply here and choose a device.
refused-order-expired-running =
    <b>This order link was used before, or has expired</b>
    Please order again on the rental platform. Your application stays as it is.
refused-slot-taken = That time has just been taken. Please choose another.
refused-too-soon = That time is too near now to be booked. Please choose another.
refused-nobody-free = No reviewer is free right now. Please choose a time.
refused-nothing-earlier = No earlier time can become free any more: yours is the next one.
refused-on-hold = Our staff are looking at your application, so nothing can be booked now. You will hear from us.
refused-too-late = The booked time has begun, so it can no longer be changed.
refused-last-admin = This is the last admin, who cannot be removed. Please add another admin first.
refused-no-case = There is no application with this code. Please check it, for example: <code>/case M-7K3QXD</code>
refused-no-staff = Nobody on the team has this name. Send /staff to see everybody.
refused-no-device = There is no such device, or not for that term. Send /order to see what there is.

chat-fault = We are sorry, something went wrong and this step was not done. What you entered before is safe. Please try again, and if it fails again give support this number: { $id }

## Talk

talk-case = These answers are automatic, so we cannot chat here. The button below shows where your application stands.
talk-unknown-command = There is no such command. Send /help to see all of them.
language-ask = Choose your language · 请选择语言
language-set = ✓ We speak English with you from now on.

## Commands

command-start = Begin or carry on
command-apply = Apply to rent
command-status = Where my application stands
command-language = Change the language
command-timezone = Change the time zone
command-cancel = Cancel a booking or withdraw
command-delete = Delete my data
command-help = All commands
command-online = Go online for reviews at once
command-break = Take a break
command-offline = Go offline
command-agenda = My reviews, today and the next seven days
command-sessions = Where I am signed in
command-hours = See or set shifts
    .example = /hours me mon-fri 9:00-18:00
command-holiday = Holidays and make-up days
    .example = /holiday 2026-12-25 off
command-staff = See, add or remove members
    .example = /staff add 123456789 reviewer Chen
command-order = Make an order link
    .example = /order phone-pro 12
command-block = Block a person
    .example = /block M-7K3QXD
command-unblock = Unblock a person
    .example = /unblock M-7K3QXD

help-applicant = <b>Applicants</b>
help-reviewer = <b>Reviewers</b>
help-admin = <b>Admins</b>
help-line = { $command } { $does }

## Floods and the block list

flood =
    <b>That is a lot at once</b>
    Please wait a minute, then carry on. What you entered before is safe.
blocked =
    <b>We cannot handle an application for you at present</b>
    If you have a question, please ask the rental platform's support. You can still delete your data with /delete.

block-form =
    Please add the application's code or the person's numeric id in the messenger, for example:
    <code>{ $example }</code>
block-ask = <b>Block { $who }?</b>
block-since = Blocked since { $time }, reason: { $reason }
block-means = The person is told once; after that, messages are not handled. Seeing and deleting their own data stays possible.
block-means-booked = The booking of { $code } at { $time } is cancelled, and the application waits until you unblock.
block-means-invited = Application { $code } waits until you unblock.
block-means-other = Application { $code } ({ $state }) stays as it is.
block-staff = This is a member of the team, who cannot be blocked. Please remove them with /staff first.
block-reason-spam = Flooding
block-reason-abuse = Abuse
block-reason-fraud = Suspected fraud
block-reason-other = Another reason
toast-blocked = ✓ Blocked
block-done =
    <b>{ $who } is blocked</b>, reason: { $reason }
    To undo it, send <code>/unblock { $who }</code>
unblock-ask = <b>Unblock { $who }?</b>
unblock-means = The person can apply again. An application that waited because of the block goes on; a cancelled time has to be chosen anew.
unblock-not-blocked = { $who } is not blocked.
do-unblock = Unblock
toast-unblocked = ✓ Unblocked
unblock-done = <b>{ $who } is unblocked</b>

## Reviewers and admins

role-reviewer = reviewer
role-admin = admin
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun

desk-welcome = <b>Hello, { $name }.</b>
desk-welcome-reviewer = Send /online to go online, /agenda for your reviews.
desk-welcome-admin = Send /queue for open applications, /help for all commands.
desk-claimed =
    <b>✓ You are the admin now</b>
    Next, add reviewers with /staff and set their shifts with /hours.
desk-online = ✓ You are online. Applicants can start at once, and you are told when one does.
desk-break = You are on a break. Nobody can start at once with you. Booked reviews stay as they are.
desk-offline = You are offline. Later reviews stay booked with you, see /agenda.

agenda = <b>{ $count ->
        [one] { $count } review
       *[other] { $count } reviews
    }</b> ({ $zone })
sessions =
    <b>{ $count ->
        [one] You are signed in to the console in one browser
       *[other] You are signed in to the console in { $count } browsers
    }</b>
    Do you not know one of them? End it, and tell an admin.
sessions-line = { $number }. { $browser }, until { $until }
sessions-unknown = unknown browser
sessions-none =
    You are not signed in to the console anywhere.
    To sign in, open the link of one of your reviews, for example from /agenda.
do-session-end = End { $number }
do-sessions-end = End all
toast-session-ended = Signed out there
toast-sessions-ended = Signed out everywhere
toast-browser-allowed = That browser may sign in
toast-browser-refused = Refused. That browser stays out
browser-allowed = ✓ That browser may sign in now ({ $code }). Where you are signed in: /sessions
browser-refused =
    That browser stayed out ({ $code }).
    If somebody else has your link, please tell an admin.

agenda-empty =
    <b>Nothing is booked for the next seven days</b>
    Send /online to take reviews at once.
agenda-day = <b>{ $day }</b>
agenda-line = { $time } · { $code } · { $device }
agenda-line-confirmed = { $time } · { $code } · { $device } · ✓ will come
agenda-more = { $count ->
        [one] One more follows.
       *[other] { $count } more follow.
    }
agenda-open = { $time } { $code }

queue-empty = There are no open applications.
queue-line = <b>{ $code }</b> { $state }
queue-line-booked = <b>{ $code }</b> { $state }: { $time }
queue-line-due = <b>{ $code }</b> { $state }, until { $time }
queue-held = To be decided: { $reason }

case = <b>{ $code }</b> { $state }
case-form = Please add the application's code, for example: <code>{ $example }</code>
case-name = Applicant: { $name }
case-person = Applicant: { $name } ({ $number })
case-device = Device: { $device }
case-price = { $rent } a month, deposit { $deposit }
case-rental = Device: { $device }, { $months ->
        [one] { $months } month
       *[other] { $months } months
    }
case-booking = Booked: { $time }, with { $reviewer }
case-confirmed = ✓ The applicant said they will come.
case-attempts = Attempts that count: { $attempts }, missed: { $misses }
case-deadline = Until: { $time }
case-timeline = <b>What happened</b>
case-step = { $time } { $state }

member-list = <b>The team</b>
member-line = { $name }: { $roles }
member-line-reviewer = { $name }: { $roles } ({ $status })
member-status-online = online
member-status-break = on a break
member-status-offline = offline
member-form =
    To add: <code>{ $example }</code> (roles: reviewer, admin, both)
    To remove: <code>/staff remove Chen</code>
    Share, languages, absence: <code>/staff Chen</code>
    Or choose the person below, or send their contact here.
member-added = ✓ { $name } is on the team: { $roles }. They are told.
member-added-unmet =
    ✓ { $name } is on the team: { $roles }.
    They have never written to this bot, so it cannot tell them. Please send them this link; they press Start:
    { $link }
member-remove-ask =
    <b>Remove { $name }?</b>
    Their rights end at once, the records stay. Booked reviews go to others, or their applicants are offered new times.
member-removed = { $name } is removed, and their rights have ended.
## A member's share, languages and absence

member-about = <b>{ $name }</b>
member-weight = Share of the bookings: { $weight } times
member-languages = Speaks { $languages }
member-away = Away from { $from } to { $until } ({ $zone })
member-how =
    Away: <code>/staff { $name } away 2026-12-01 2026-12-05</code>
    Share: <code>/staff { $name } weight 2</code>
    Languages: <code>/staff { $name } languages zh en</code>
member-away-set =
    ✓ { $name } is away from { $from } to { $until } ({ $zone }).
    Nothing is booked with them then.
member-back = ✓ { $name } is back, and times can be booked again.
member-not-away = { $name } is not away. Nothing has changed.
member-weight-set = ✓ { $name } now takes { $weight ->
        [one] the usual share
       *[other] { $weight } times the usual share
    } of the bookings.
member-weight-form = Please give a number from 1 to { $most }, for example: <code>/staff { $name } weight 2</code>
member-languages-set = ✓ { $name } speaks { $languages }. Applicants are matched where possible.
member-languages-any = ✓ No language is noted for { $name } any more.
member-languages-form =
    Please name the languages, for example: <code>/staff { $name } languages zh en</code>
    To take them back: <code>/staff { $name } languages any</code>
spoken-zh = Chinese
spoken-en = English
handed-over = { $count ->
        [one] One booked review goes to a colleague.
       *[other] { $count } booked reviews go to colleagues.
    }
handed-back = { $count ->
        [one] Nobody else was free for one review: its applicant has an apology, and a new time is kept if one was free.
       *[other] Nobody else was free for { $count } reviews: the applicants have an apology, and a new time is kept where one was free.
    }
handed-kept = { $count ->
        [one] One review that starts soon stays with you: nobody else is free. See /agenda.
       *[other] { $count } reviews that start soon stay with you: nobody else is free. See /agenda.
    }
refused-away =
    The days could not be understood, or are over. Whole days: <code>/staff Chen away 2026-12-01 2026-12-05</code>
    Hours worked on a day: <code>/hours Chen 2026-12-01 13:00-18:00</code>

member-contact =
    <b>Put { $name } on the team?</b>
    Please choose a role below.
member-contact-unnamed = The messenger did not give the name. Please write it: <code>/staff add { $id } reviewer Chen</code>
member-forward =
    A forwarded message can do nothing here.
    To put its author on the team, choose the person below or send their contact.
do-pick-person = Choose a person
member-contact-unknown = This contact has no messenger account that we can see. Ask the person to write to the bot first, then use /staff add.

order-form =
    Please write it like this: <code>{ $example }</code>
    After it, if you like, a price of its own (<code>rent=199 deposit=1000</code>, in yuan) and a return address.
order-device = <code>{ $id }</code> { $device }: { $terms } months
order-money-bad =
    We cannot read the amount in “{ $said }”.
    Please give rent and deposit in yuan, for example: <code>rent=199 deposit=1000</code>
order-url-bad =
    “{ $said }” is not a web address.
    Please write it in full, for example: https://rent.example/orders/42
order-made =
    <b>The order link is ready</b>
    { $device }, for { $term }, { $rent } a month, deposit { $deposit }
    { $link }
    For one use, until { $until }
do-release = Let it go on
toast-released = ✓ It goes on
case-released = { $code } goes on; the applicant has been told.

## Search and duplicates

command-find = Find applications
    .example = /find 8000
find = { $count ->
    [one] One application
   *[other] { $count } applications
} by { $by } (page { $page } of { $pages })
find-by-code = code
find-by-number = ID number
find-by-phone = phone
find-by-phone-end = end of the phone number
find-by-name = name
find-line = <b>{ $code }</b> { $state }, begun { $date }
find-nothing =
    Nothing was found.
    Please give an application's code, a whole ID number, a phone or its last four digits, or a whole name.
find-form =
    Please say what to look for, for example: <code>{ $example }</code>
    A code, an ID number, a phone or its last four digits, or a name.

case-flags = <b>In common with other applications</b>
case-flag-own = { $what }
case-flag = { $what }: { $code } ({ $state })
do-turn-down = Turn down
turn-down-never =
    <b>Turn { $code } down?</b>
    The same ID number was turned down for good, so this account may not apply again either.
    The applicant reads that it was not passed, and no reason.
turn-down-until =
    <b>Turn { $code } down?</b>
    The same ID number was turned down before; a new application is welcome from { $time }.
    The applicant reads that it was not passed, and no reason.
turn-down-why =
    <b>Turn { $code } down?</b>
    Choose the reason that the applicant is to read, with advice and the date from which to apply again.
    An appeal stays possible.
toast-turned-down = ✓ Turned down
case-turned-down = { $code } was turned down; the applicant has been told.

## The file of an application

do-see-file = See the file
do-open-card-front = Portrait side
do-open-card-back = Other side
case-blind = Name and number: type them from the document in the call first.
refused-entry-first = First type the last six characters and the name from the document, in the console. Then you can look at these.
do-open-capture-card-front = Still: portrait
do-open-capture-card-back = Still: other side
do-open-capture-face = Still: face
do-open-capture-room = Still: room
case-file = <b>The file of { $code }</b>
case-file-opened = A button below opens one item. Who opened which, and when, is written to the trail.
case-field = { $label }: { $value }
case-photo = { $code } { $what }
