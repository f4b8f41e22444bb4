# What each call draws at random, and what the reviewer notes of it.

## The spoken code

spoken-code = <code>{ $digits }</code> is your code
spoken-code-how = Go back to the call and say it aloud. Valid until { $until }; please share it with nobody else.

## Features of the card

feature-great-wall-tilt = The Great Wall changes colour when tilted
    .hint = Ask for a slow tilt and watch the colour of the Great Wall pattern.
feature-china-tilt = “中国 CHINA” changes colour when tilted
    .hint = Ask for a slow tilt: the words change colour, and come and go.
feature-micro-jmsfz = Micro-print JMSFZ
    .hint = Ask to bring the card close: the tiny letters in the background are sharp, not a smeared line.
feature-rainbow-lines = Rainbow guilloche
    .hint = The fine background lines run unbroken, with colours that blend; no printing dots.
feature-film-edges = Laminate whole at the edges
    .hint = Ask to turn the card: no lifted corners, no layers, no sign of a second lamination.
feature-film-portrait = Nothing altered at the portrait
    .hint = No raised edge, cut or break in the background around the portrait.
feature-number-birth = Number agrees with the birth date
    .hint = The birth date inside the number is the one that is printed.
feature-number-sex = Number agrees with the sex
    .hint = The 17th digit is odd for men and even for women; compare with the print.
feature-validity-age = Validity agrees with the age
    .hint = Issued from 16 for 10 years, from 26 for 20 years, from 46 without end.
feature-card-tilt = Pattern changes when tilted
    .hint = Ask for a slow tilt and watch the optically variable pattern change.
feature-page-tilt = Film pattern changes when tilted
    .hint = Ask for a slow tilt of the data page: the pattern in the film changes with the light.
feature-fine-lines = Fine lines are sharp
    .hint = Ask to bring it close: the fine lines run unbroken, with no printing dots.
feature-page-whole = Data page whole
    .hint = The data page is uncut, not glued again, and its binding is intact.
feature-lines-birth = Machine-readable birth date agrees
    .hint = Characters 14 to 19 of the second line are the birth date (YYMMDD); compare with the print.
feature-lines-number = Machine-readable number agrees
    .hint = The first 9 characters of the second line are the number; compare with the print.
feature-validity-date = Validity not over
    .hint = Read the date of expiry and compare it with the application.

## Movements

movement-turn-left = Please turn your head slowly to the left
movement-turn-right = Please turn your head slowly to the right
movement-look-up = Please look up
movement-look-down = Please look down
movement-cover-left-eye = Please cover your left eye with a hand
movement-cover-right-eye = Please cover your right eye with a hand
movement-two-fingers = Please hold two fingers beside your face
movement-three-fingers = Please hold three fingers beside your face
movement-four-fingers = Please hold four fingers beside your face
movement-left-ear = Please touch your left ear
movement-right-ear = Please touch your right ear
movement-hand-across = Please pass a hand slowly across your face

## What is noted

part-feature = Feature
    .seen = Seen
    .unclear = Unclear
    .missing = Missing
part-code = Spoken code
    .right = Right
    .wrong = Wrong
    .not-reached = Not reached
part-movement = Movement
    .done = Done
    .not-done = Not done
    .not-reached = Not reached
part-place = Kind of place
    .home = Home
    .dormitory = Dormitory
    .office = Office
    .vehicle = Vehicle
    .outdoors = Outdoors
    .other = Other
    .shop = Shop
    .warehouse = Warehouse
part-people = Other people
    .none = None
    .passing = Passing by
    .present = Present
    .prompting = Prompting
part-prompting = Signs of prompting
    .none = None
    .looks-aside = Looks aside
    .earphones = Earphones
    .reading = Reads out
    .voice = A voice behind
part-stock = Other devices
    .none = None
    .own = A few of their own
    .boxed = Boxed, several
    .parcels = Parcels, labels
part-light = Light
    .good = Good
    .fair = Fair
    .dark = Too dark
part-sound = Sound
    .good = Good
    .fair = Fair
    .loud = Too loud
part-question = Question
    .consistent = Consistent
    .evasive = Evasive
    .contradicts = Contradicts

refused-answer-closed = This answer opens once it was asked about live and noted.

## Marks that a reviewer makes in silence

call-flag-prompted = Somebody prompts
call-flag-reads-answers = Reads the answers
call-flag-looks-aside = Keeps looking aside
call-flag-earphones = Keeps the earphones in
call-flag-broker-words = Speaks of a job or an agent
call-flag-learned-words = Sounds learned by heart
call-flag-unlike-card = Not quite like the card
call-flag-unlike-place = The place does not fit
call-flag-other = Something else

## A silent call for help, and a call taken over

help-called = <b>The applicant asks for help in silence: somebody may be telling them what to say</b> ({ $code })
help-called-how = Please do not mention it. Ask a few more questions, ask to see the room, or end the call and arrange another time.
call-handed = <b>A video review that is running was handed to you</b> ({ $code })
call-handed-how = The applicant is still in the call. What the reviewer before you wrote stands on the console.
command-whisper = Somebody tells me what to say (only the reviewer learns)
do-whisper = I am being coached
whisper-noted = All right. To see how your application stands, send /status.
