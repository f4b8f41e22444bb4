# The call page (applicant) and the reviewer's console

brand = Mianshen
language-chinese = 中文
language-english = English
try-again = Try again
back-to-chat = Back to the chat
wait-in-chat = I will wait in the chat
copy-link = Copy the link
link-copied = Copied
copy-by-hand = Select and copy this link
close = Close
loading = Loading…
joining = Joining…
join = Join the call
rejoin = Go back to the call

when = { $day }, { $time } ({ $zone })
time-with-zone = { $time } ({ $zone })
span-seconds = { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
  }
span-minutes = { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
  }
span-hours = { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
  }
span-hours-minutes = { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
  } { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
  }
span-days = { $days ->
    [one] 1 day
   *[other] { $days } days
  }
span-days-hours = { $days ->
    [one] 1 day
   *[other] { $days } days
  } { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
  }

## When something does not open: what happened, and the way on

problem-link-unknown = We do not know this link
problem-link-unknown-way = It may not have been copied whole. Please go back to the chat and press the button in the newest message.
problem-link-over = This video review is over
problem-link-over-way = The result and what comes next are in the chat.
problem-link-over-moved = This link was replaced by a newer one
problem-link-over-moved-way = The booking moved, or the link was replaced for your safety. Please use the newest link in the chat.
problem-link-over-cancelled = This booking was cancelled
problem-link-over-cancelled-way = You can book another time in the chat.
problem-link-over-missed = The booked time has passed
problem-link-over-missed-way = You can book another time in the chat.
problem-link-over-ended = This video review is over
problem-link-over-ended-way = The result and what comes next are in the chat.
problem-not-allowed = Another reviewer is in charge of this case
problem-not-allowed-way = You can look at it, but not change it.
problem-stale = Something changed a moment ago
problem-stale-way = The page is being refreshed; please look at the present state first.
problem-not-met = The two of you have not met in the call yet
problem-not-met-way = Please join the call, and go on once the applicant is connected.
problem-patience-used = You have asked twice already
problem-patience-used-way = Please let the applicant in, or somebody else takes over.
problem-check-open = A check has no result yet
problem-check-open-way = Please finish every check before the verdict.
problem-check-not-passed = A check has not passed
problem-check-not-passed-way = Approval needs every check passed.
problem-reason-needed = A reason is missing
problem-reason-needed-way = Please choose at least one reason.
problem-reason-unfit = That reason does not go with this outcome
problem-reason-unfit-way = Please choose another reason.
problem-too-early = It is not time yet
problem-too-early-way = The chat reminds you shortly before.
problem-too-early-at = You can come in from { $at }. The chat reminds you.
problem-other-device = The call is open on another device
problem-other-device-way = Please go on there, or confirm in the chat that you are changing to this device.
problem-other-browser = Please confirm in your chat
problem-other-browser-way = This link has been used in another browser. We asked you in the chat whether this one is yours too; after your yes this page goes on by itself.
mini-app-outside = Open in my browser
problem-launch-invalid = Please open this page again
problem-launch-invalid-way = It was open for too long, or did not come from your own chat. Press the button in the chat once more.
problem-wrong-role = This link is not meant for you
problem-wrong-role-way = Please go back to your own chat and use the link you were sent.
problem-signed-out = Your sign-in has ended
problem-signed-out-way = Please come in again by the review link in the chat.
problem-too-many = That was a little fast
problem-too-many-way = Please wait a minute and try again.
problem-network = The network is not reachable
problem-network-way = Please check your Wi-Fi or mobile data and try again. Your booking is not affected.
problem-unknown = Something went wrong on our side
problem-unknown-way = Please try again in a moment. If it stays like this, tell us in the chat.
problem-not-found = There is no such application
problem-not-found-way = Please check the code, or choose one from the agenda.
problem-not-done = That did not work, please try again
problem-id = Problem number: { $id }

## Before the window

call-title = Video review · Mianshen
early-title = Your video review
early-countdown = It starts in { $span }
early-opens = You can come in from { $at }. This page opens by itself then; you may also close it, and the chat reminds you.
prepare-title = Please have ready
prepare-card = Your original ID document at hand (not a copy or a photo)
prepare-light = A bright place, with the light in front of you
prepare-place = A clear background, a quiet room, a steady network
prepare-alone = Please come alone; nobody needs to help you
prepare-honest = Honest answers in your own time, about 10 minutes
device-check = Try camera and microphone
device-check-how = Say a few words: the bar moves with your voice. If the picture is clear and the bar moves, you are ready.
device-check-stop = Turn the camera off
device-microphone = Microphone level
own-picture = Your own picture
own-camera-off = Camera off

over-title = The time of this video review has passed
over-text = It may have ended, moved or been cancelled. The result and what comes next are in the chat.

## At the door

lobby-title = You can join your video review
lobby-return-title = Back to your video review
lobby-when = { $named ->
    [yes] { $at }, with { $reviewer }
   *[no] { $at }
  }
lobby-explain = The reviewer needs to see you and your original ID document, and to hear you. Your browser will now ask for the camera and the microphone: please choose “Allow”. The picture is used for this review only.
lobby-chat = If the reviewer is not here yet, you may wait in the chat; it tells you when to come.
camera-on = Turn on camera and mic
camera-asking = Please choose “Allow” in the browser…
preview-look = Please look at your picture: your face should be clear and well lit.

in-app-title = Better in your own browser
in-app-why = The camera often does not work in the browser inside { $app }. Nothing has been used up: the link also opens in Safari or Chrome.
in-app-menu-top-dots = Tap ⋯ or ⋮ at the top right.
in-app-menu-bottom-dots = Tap ⋯ or ⋮ at the bottom right.
in-app-menu-share = Tap the share sign at the top right.
in-app-choose = Choose “Open in browser” (or “Open in Safari”, “Open in Chrome”).
in-app-else = Or copy the link into Safari or Chrome.
in-app-name-wechat = WeChat
in-app-name-wecom = WeCom
in-app-name-qq = QQ
in-app-name-alipay = Alipay
in-app-name-dingtalk = DingTalk
in-app-name-lark = Lark
in-app-name-weibo = Weibo
in-app-name-douyin = Douyin
in-app-name-xiaohongshu = Xiaohongshu
in-app-name-baidu = Baidu
in-app-name-telegram = Telegram
in-app-name-instagram = Instagram
in-app-name-messenger = Messenger
in-app-name-facebook = Facebook
in-app-name-line = LINE
in-app-name-kakaotalk = KakaoTalk
in-app-name-twitter = X
in-app-name-linkedin = LinkedIn
in-app-name-snapchat = Snapchat
in-app-name-other = this app
other-device-open = Use another device
other-device-how = Point the camera of your phone at this code. The link binds only to the device with which you join.
other-device-code = The link to this page as a QR code
pickers = Choose devices
picker-camera = Camera
picker-microphone = Microphone
picker-speaker = Speaker
picker-unnamed = Device { $number }

camera-denied-title = Camera or microphone not allowed
camera-denied-chrome = Click the icon at the left of the address bar, set camera and microphone to “Allow”, then try again.
camera-denied-edge = Click the lock at the left of the address bar, set camera and microphone to “Allow”, then try again.
camera-denied-chrome-android = Tap the icon at the left of the address bar, open “Permissions” and allow camera and microphone. Also check the phone’s Settings → Apps → your browser → Permissions. Then try again.
camera-denied-safari = In the menu Safari → Settings for This Website, set camera and microphone to “Allow”, then try again.
camera-denied-safari-ios = Tap the page-settings icon at the left of the address bar, open “Website Settings” and allow camera and microphone. Also check the phone’s Settings → Safari. Then try again.
camera-denied-firefox = Click the camera icon at the left of the address bar, remove “Blocked”, then try again and choose “Allow”.
camera-denied-samsung = Tap the lock at the left of the address bar, open “Permissions” and allow camera and microphone. Then try again.
camera-denied-firefox-android = Tap the lock at the left of the address bar, open “Permissions” and allow camera and microphone. Then try again.
camera-denied-firefox-ios = Open the phone’s Settings → Apps → Firefox, allow camera and microphone, then come back and try again.
camera-denied-chrome-ios = Open the phone’s Settings → Apps → Chrome, allow camera and microphone, then come back and try again.
camera-missing-title = No camera or microphone found
camera-missing-help = Please connect a camera and a microphone and try again, or open the link on your phone.
camera-busy-title = Another program is using the camera
camera-busy-help = Please close other apps or pages that use the camera, such as a video meeting, and try again.
camera-insecure-title = The camera cannot be used at this address
camera-insecure-help = Browsers allow the camera on secure addresses (https) only. Please open the link from the chat.
camera-unsupported-title = This browser cannot use the camera
camera-unsupported-help = Please copy the link and open it in Safari, Chrome or Firefox.
camera-unknown-title = The camera did not start
camera-unknown-help = Please try again; if it still fails, use another browser or another device.
camera-lost-again = The camera was lost, tap to turn it on again

## In the call

state-idle = Getting ready…
state-waiting = { $peer ->
    [applicant] Waiting for the applicant
   *[reviewer] Waiting for the reviewer
  }
state-left = { $peer ->
    [applicant] The applicant is away, waiting for their return
   *[reviewer] The reviewer is away and will be back
  }
state-connecting = { $peer ->
    [applicant] Connecting to the applicant…
   *[reviewer] Connecting to the reviewer…
  }
state-connected = Connected
state-reconnecting = Connection lost, reconnecting…
state-ended = The call has ended
state-reading = Reading the code in the chat, the picture pauses for a moment
peer-reading = The applicant is reading the code in the chat and will be right back
sound-only = With sound alone the review cannot be passed.
own-sound-only = The reviewer cannot see you. Without a picture the review cannot be finished, so please turn your camera on.
peer-quality-good = { $peer ->
    [applicant] Applicant: good network
   *[reviewer] Reviewer: good network
  }
peer-quality-fair = { $peer ->
    [applicant] Applicant: fair network
   *[reviewer] Reviewer: fair network
  }
peer-quality-poor = { $peer ->
    [applicant] Applicant: poor network
   *[reviewer] Reviewer: poor network
  }
sound-test-idle = Test sound
sound-test-playing = Playing
sound-test-played = Play again
quality-good = Good network
quality-fair = Fair network
quality-poor = Poor network

waiting-first = { $named ->
    [yes] { $reviewer } will be with you in a moment
   *[no] Your reviewer will be with you in a moment
  }
waiting-left = { $named ->
    [yes] { $reviewer } is away for a moment; the call resumes by itself
   *[no] Your reviewer is away for a moment; the call resumes by itself
  }
waiting-patience = { $named ->
    [yes] { $reviewer } asks for a little patience, until { $until } at the latest
   *[no] Your reviewer asks for a little patience, until { $until } at the latest
  }
waiting-in-chat = You may also close this page and wait in the chat; it tells you when to come.
remote-picture = { $peer ->
    [applicant] The applicant’s picture
   *[reviewer] The reviewer’s picture
  }
peer-camera-off = { $peer ->
    [applicant] The applicant’s camera is off
   *[reviewer] The reviewer’s camera is off
  }
peer-muted = { $peer ->
    [applicant] The applicant is muted
   *[reviewer] The reviewer is muted
  }
tap-to-hear = Tap to hear
media-unreachable = The video service cannot be reached. Please check the network (an office network or a VPN may block it) and try again; written messages still work.

controls = Call controls
control-mute = Mute
control-unmute = Unmute
control-camera-off = Camera off
control-camera-on = Camera on
control-switch-camera = Switch camera
control-leave = Leave

steps = Steps of the review
step-waiting = Not started
step-waiting-hint = Next: identity. Please have your original ID document at hand.
step-identity = Identity
step-identity-hint = Please show your original ID document as the reviewer asks. Next: surroundings.
step-environment = Surroundings
step-environment-hint = Please show the place around you as the reviewer asks. Next: questions.
step-questions = Questions
step-questions-hint = Please answer honestly, in your own words. Next: the verdict.
step-verdict = Verdict
step-verdict-hint = The reviewer is putting the result together, please wait a moment.
step-done = done

lines = Messages
lines-own = Me
lines-other = { $peer ->
    [applicant] Applicant
   *[reviewer] Reviewer
  }
lines-write = Write a message
lines-nobody = Messages can be sent when both are here
lines-send = Send
quick-no-sound = I cannot hear you
quick-no-picture = I cannot see you
quick-slower = Please say that again
quick-moment = One moment, please
quick-card-closer = Please hold the card closer to the camera
quick-light = Please move to a brighter place
quick-moment-please = One moment, I will be right back

## The applicant's rehearsal

rehearsal-never = The applicant has not rehearsed.
rehearsal-last = Rehearsal
rehearsal-last-at = Rehearsed on { $at }; figures as the applicant’s browser measured them
rehearsal-part-ok = { $part }: in order
rehearsal-part-poor = { $part }: not in order
## What the reviewer asks for

prompt-code = Please read the code in your chat
prompt-code-how = Remember the six digits, come back here and say them aloud. You may be away for a moment; the call resumes by itself.
prompt-code-time = { $span } left
prompt-code-open = Open the chat
prompt-room = Please show the place around you
prompt-room-how = Turn the camera slowly all around, then back to yourself.
prompt-movement-turn-left = Please turn your head slowly to the left
prompt-movement-turn-right = Please turn your head slowly to the right
prompt-movement-look-up = Please look up
prompt-movement-look-down = Please look down
prompt-movement-cover-left-eye = Please cover your left eye with a hand
prompt-movement-cover-right-eye = Please cover your right eye with a hand
prompt-movement-two-fingers = Please hold two fingers beside your face
prompt-movement-three-fingers = Please hold three fingers beside your face
prompt-movement-four-fingers = Please hold four fingers beside your face
prompt-movement-left-ear = Please touch your left ear
prompt-movement-right-ear = Please touch your right ear
prompt-movement-hand-across = Please pass a hand slowly across your face

## After the call

ended-title = The video call has ended
ended-text = Thank you for your time. The reviewer is finishing the review; the result comes into the chat.
ended-close = You can close this page now.
left-title = You left the call
left-text = The review is not over. You can come back until { $until }, and the call goes on.
left-return = Go back to the call
replaced-title = The call was opened elsewhere
replaced-text = You joined this call in another window or on another device, so it was closed here.
replaced-return = Continue here
other-device-title = The call is open on another device
other-device-text = For your safety only one device can be in the call. We asked you in the chat whether to change to this one: please confirm there, then come back and try again.

## The reviewer's link

door-title = { $named ->
    [yes] Hello { $reviewer }
   *[no] Reviewer’s entrance
  }
door-case = Application
door-time = Time
door-text = Signing in opens the console at this application. The sign-in lasts 12 hours on this device.
door-sign-in = Sign in and open the case
door-busy = Signing in…

## The console

console-title = Mianshen · Console
no-session-title = Please come in from the chat
no-session-text = You are not signed in, or your sign-in has ended.
no-session-how = Send /agenda in the chat and open the link in the answer.
status = Availability
status-online = Online
status-break = Break
status-offline = Offline
sign-out = Sign out
desk-panes = Parts of the page
pane-agenda = Agenda
pane-call = Call
pane-case = Case

agenda-zone-other = Times are in your zone, { $zone }. This computer's clock is set to another.
agenda-zone = Times in your zone: { $zone }
agenda-today = Today · { $day }
agenda-times = { $from }–{ $to }
agenda-in = in { $span }
agenda-empty = Nothing in the next seven days. While you are online, applicants who choose “Now” appear here.
agenda-stale = The agenda cannot be refreshed at the moment; this is the last known state.
applicant-present = Applicant is here
attempt = Attempt { $attempt }
case-state-draft = Draft
case-state-submitted = Submitted
case-state-invited = Invited
case-state-booked = Booked
case-state-reviewing = Reviewing
case-state-confirming = Needs confirming
case-state-conditional = Conditional
case-state-approved = Approved
case-state-rejected = Not approved
case-state-appealed = Appealed
case-state-withdrawn = Withdrawn
case-state-lapsed = Lapsed
end-attended = Held
end-cancelled-by-applicant = Cancelled by the applicant
end-cancelled-by-us = Cancelled by us
end-missed-by-applicant = Missed by the applicant
end-missed-by-reviewer = Missed by the reviewer
end-technical = Technical failure

call-choose = Choose a case from the agenda
call-timer = Duration of the call
call-elsewhere = You are in the call of { $case }.
call-elsewhere-back = Go back to that case
desk-door-title = Video call of { $case }
desk-window = Open from { $from } to { $to }
desk-admit = Let the applicant in
desk-patience = Two more minutes
desk-patience-told = The applicant is asked to wait until { $until }.
desk-join = Join the call
desk-join-not-now = This call cannot be joined now.
desk-ended-title = The call has ended
desk-ended-text = It is closed for both sides.
desk-left-title = You left the call
desk-left-text = The call is still on; the applicant is waiting for you.
desk-replaced-title = The call was opened elsewhere
desk-replaced-text = You joined this call in another window or on another device, so it was closed here.
desk-waiting-first = The applicant has not joined yet; the chat reminds them.
desk-waiting-left = The applicant is away; the call resumes by itself when they return.

case-choose = Choose a case to see its file, the checklist and the verdict.
case-terms = { $months ->
    [one] 1 month
   *[other] { $months } months
  } · rent { $rent } · deposit { $deposit } · value { $value }
dossier = Application file
photos = Photos of the card
photo-open = Open: { $label }
photo-taken = Taken { $at }
consents = Consents
consent-given = Agreed: { $label }
consent-refused = Not agreed: { $label }
consent-without-face = Compare the face by eye only.
consent-without-recording = Do not record.
answer-corrected = · corrected since the last call
field-open = Show
field-open-of = Show in full: { $label }
field-hide = Hide
field-hide-of = Hide: { $label }
evidence = In common with other applications
evidence-means = For you to weigh: ask about it, or say in the verdict what you made of it.

begin-identity = Begin: identity
next-step = Next: { $step }
step-count = { $done }/{ $all }
check-stated = Stated before:
result-passed = Passed
result-failed = Failed
result-not-reached = Not reached
check-reason = Reason: { $title }
check-reason-choose = Choose a reason…
check-note = Note: { $title }
check-note-here = Note (staff only)
save-incomplete = Choose a reason, and it is saved
save-failed = Not saved, trying again by itself
save-refused = Not accepted, not saved
all-saved = Everything is saved
all-saving = Saving…
all-incomplete = A check still needs a reason
all-failed = Some of it is not saved, trying again
all-refused = Some of it is not saved, see the marked checks

parts-left = To be noted first: { $part }
code-send = Send a code
code-send-again = Send another ({ $left } left)
code-heard = The six digits you heard
code-compare = Compare
code-reading = They are reading the code in the chat; the picture may pause for up to { $span } more.
code-waits = Ask them to say the code; it is valid for { $span } more.
code-over = The code has run out; you can send another.
code-wrong = { $left ->
    [0] It does not match, and no try is left; you can send another.
    [one] It does not match. If you misheard, ask for it once more; 1 try left.
   *[other] It does not match. If you misheard, ask for it once more; { $left } tries left.
  }
ask-movement = Show it on their page
ask-room = Ask to show the room
ask-take-back = Take it back
question-of = Question { $number } of { $all }
question-open = not asked yet
question-note = What they said (staff only)
question-back = Previous
question-next = Next
answer-closed = Opens once it was asked and noted
key-answer = Note the answer to the present question
virtual-camera = The camera calls itself “{ $name }”, so the picture may not be real. Ask for one more movement.
problem-parts-open = Something is not noted yet
problem-parts-open-way = Please note everything listed below this check first.
problem-part-unfit = This cannot be noted so
problem-part-unfit-way = Please choose one of the answers that are listed.
problem-no-picture = No picture of the applicant has come yet
problem-no-picture-way = With sound alone neither identity nor surroundings can pass. Ask them to turn the camera on, or end the call for a technical reason.
problem-answer-closed = This answer is still closed
problem-answer-closed-way = It opens once it was asked about and noted.
problem-code-spent = There is no code to compare with
problem-code-spent-way = Please send another code.
problem-code-spent-limit = This call has had all its codes
problem-code-spent-limit-way = Please note it as not reached, and arrange another time.
problem-code-spent-tries = No try is left for this code
problem-code-spent-tries-way = Please send another code.
problem-code-spent-expired = This code has run out
problem-code-spent-expired-way = Please send another code.
problem-code-spent-none = No code was sent yet
problem-code-spent-none-way = Please send a code first.

call-actions = During the call
choose = Choose…
act-mark = Mark in silence
act-hand-over = Hand over
act-abort = Break off
act-note = Note (staff only)
mark-means = The applicant sees nothing of it. With a mark, a second colleague looks at the verdict.
mark-kind = What you noticed
mark-make = Mark it
mark-withdraw = Take back
mark-withdraw-of = Take back: { $mark }
hand-over-means = A colleague who is online and free goes on with it. The applicant stays in the call, and all that you noted stands.
hand-over-note = For your colleague: what you saw, and what is still to do
hand-over-yes = Hand over
abort-means = The call ends, checks without a result become “not reached”, and the applicant reads the reason and books another time.
abort-reason = Reason
abort-counts = It counts as an attempt
abort-counts-not = It does not count
abort-told = The applicant will read: { $text }
abort-yes = Break off
help-badge = The applicant asks for help in silence ({ $at })
help-badge-how = Somebody may be telling them what to say. Do not mention it; ask other questions, ask to see the room, or break off.
help-seen = I have seen it
handed-by = { $by } handed it to you and wrote:
call-again = The call before broke off for too long; this is call { $calls } of the booking. All that was noted stands.
problem-nobody-free = No colleague is free right now
problem-nobody-free-way = You can go on, or escalate it in the verdict for a colleague to decide later.

shortcuts = Shortcuts
shortcuts-on = Use single-key shortcuts
key-down = Next check
key-up = Previous check
key-note = Write a note
key-help = Open this help

family-ID = Document
family-FACE = Face
family-LIVE = Live and alone
family-ENV = Surroundings
family-PURPOSE = Purpose
family-HISTORY = History
family-TECH = Technical
family-ATTEND = Attendance
family-PLACE = Place

verdict-outcome = Outcome
verdict-open-checks = { $count ->
    [one] 1 check has no result yet; a verdict needs them all.
   *[other] { $count } checks have no result yet; a verdict needs them all.
  }
verdict-open-reasons = { $count ->
    [one] 1 check that failed or was not reached has no reason yet.
   *[other] { $count } checks that failed or were not reached have no reason yet.
  }
verdict-not-yet = A verdict cannot be given yet.
outcome-approved = Approve
outcome-approved-means = The applicant goes on to contract and delivery
outcome-approved-needs-all = Possible when every check has passed
outcome-retry = Review again
outcome-retry-means = The applicant may book another time
outcome-rejected = Do not approve, may try again
outcome-rejected-means = The application ends; the applicant reads the reasons and advice
verdict-note = Note for staff (the applicant never sees it)
verdict-pick-reason = Please choose at least one reason.
verdict-preview = What the applicant will read
verdict-submit = Give the verdict
verdict-sending = Sending…
wait-never = A new application is not possible.
wait-days = { $days ->
    [0] A new application is possible at once.
    [one] A new application is possible after 1 day.
   *[other] A new application is possible after { $days } days.
  }
confirm-approved-title = Approve { $case }?
confirm-approved = The applicant reads it in the chat at once and can continue the rental.
confirm-retry-title = Review { $case } again?
confirm-retry = The applicant reads these reasons and the advice in the chat at once, and may book another time.
confirm-rejected-title = Do not approve { $case }?
confirm-rejected = The applicant reads these reasons and the advice in the chat at once, and the application ends.
confirm-ends-call = The call ends for both, and you cannot take the verdict back yourself.
confirm-back = Go back
decided-approved = Approved
decided-retry = To be reviewed again
decided-rejected = Not approved
# Conditions, the second look, appeals
outcome-conditional = Approve with conditions
outcome-conditional-means = Approved once the applicant accepts; open for seven days
outcome-rejected-for-good = Do not approve, for good
outcome-rejected-for-good-means = No new application is possible; one appeal is
outcome-escalated = Ask an admin to decide
outcome-escalated-means = On hold; the applicant gets no result yet
decided-conditional = Approved with conditions
decided-rejected-for-good = Not approved, for good
decided-escalated = An admin was asked to decide
confirm-conditional-title = Approve { $case } with conditions?
confirm-conditional = The applicant reads the conditions in the chat and accepts or declines them.
confirm-rejected-for-good-title = Reject { $case } for good?
confirm-rejected-for-good = The applicant reads these reasons, cannot apply again, and can appeal once within fourteen days.
confirm-escalated-title = Ask an admin about { $case }?
confirm-escalated = The admins hear of it at once; the applicant reads that a senior colleague decides.
verdict-pick-condition = Please fill in at least one condition, and choose a reason.
verdict-escalated = The admins have been told, and one of them decides.
preview-escalated = The applicant gets no result now, and reads that a senior colleague decides.
preview-buttons = The buttons below the message
conditions = Conditions (at least one)
conditions-help = The applicant sees each figure before and after.
condition-deposit = Higher deposit (yuan; now { $now }, at most { $most })
condition-device = A device of less value (now: { $now })
condition-device-choice = { $name }, { $rent } a month
condition-term = Shorter term (now { $now } months)
condition-months = { $term } months
condition-same = As it is
returned-by = { $by } sent your verdict back:
look-confirm = Second look
look-escalated = The reviewer asks you to decide
look-appeal = Appeal
look-not-you = You had a part in this application, or were not asked to decide, so you can only look.
look-ways = What you think
look-do-confirm = Confirm
look-do-return = Send back
look-do-overrule = Decide otherwise
look-return-note = What should be looked at again (the applicant never sees it)
look-overrule-note = Why you decide otherwise (needed; the applicant never sees it)
look-submit = Decide
look-text = The appeal
look-decided = Decided by { $by }
look-why = Why two people
look-due = Due
look-assigned = Asked
look-mine = For you
look-due-in = due in { $span }
look-late = overdue
agenda-confirm = To confirm ({ $count })
agenda-appeal = Appeals ({ $count })
problem-worse-than-appealed = An appeal cannot end worse than the result it is about
problem-worse-than-appealed-way = Uphold that result, or decide better.
problem-same-person = You had a part in this application
problem-same-person-way = A colleague has to decide it.
problem-note-needed = A reason is missing
problem-note-needed-way = Please say why; only colleagues see it.
problem-conditions-unfit = These conditions do not fit
problem-conditions-unfit-way = A deposit is above the present one and not above the value, a device is of less value, a term is shorter.

verdict-given = The verdict is given
verdict-by = { $by }, { $at }
verdict-sent = The result is in the applicant’s chat.
verdict-confirming = Another reviewer has to confirm it before the applicant is told.
next-case = Next: { $case }, { $at }
no-next-case = There is no next case for now.

## Recording

recording-on = Recording
recordings = Recordings
recording-play = Play
recording-running = recording now
recording-finishing = being made ready to play
recording-gone = deleted
recording-noted = Every playback is written down.
recorder-late = The network is slow: the recording waits in this page and is still being sent. Please keep the page open.
recorder-failed = Recording has stopped; what was recorded before is kept. The call goes on.
recorder-refused = The applicant took the consent back: nothing is recorded any more.
recorder-again = Record again
# Blind reviews
decide-door-title = Sign in to the console
agenda-blind = Blind reviews ({ $count })
blind-since = since { $day }
blind-title = Blind review
blind-means = This application has been decided. Judge by the material alone; what was decided is shown after you have submitted.
blind-device = { $device }, { $months } months
blind-outcome = What would you have decided?
blind-note = Note (for staff only)
blind-submit = Submit my finding
blind-agrees = The same as the verdict
blind-differs = Not the same as the verdict
blind-decided = Verdict for { $case }: { $outcome }
blind-stays = Your finding is on record. The applicant’s result does not change.
blind-raise-note = Why should somebody look at it again? (for staff only)
blind-raise = Hand it to an admin
blind-raised = The admins have been told.
