# check-<key>: one thing for the reviewer to settle; .hint: what to do and look for.

check-card-original = The card is the original
    .hint = Ask for the card to be tilted slowly: the Great Wall and “中国CHINA” change colour, the laminate is whole and flat, the micro-print JMSFZ is sharp. Copies, photos and screens do not count.
check-card-data = The card agrees with the application
    .hint = Compare name, ID number, date of birth and sex with the application. The birth date and sex digit in the number must agree with the print.
check-card-valid = The card is still valid
    .hint = Ask for the emblem side. Read the issuing authority and the period of validity.
check-face-match = The person is the one on the card
    .hint = Ask for mask and hat to come off and for a straight look at the camera. Compare eye distance, nose, ears and jaw; when in doubt, ask for a profile.
check-live-movement = A live person
    .hint = Ask for a random movement, such as turning the head or a hand across the face. Watch for breaks in the picture and for lips that do not match the voice.
check-place = The place fits the application
    .hint = Ask for a slow look around the room. A normal home or workplace counts in favour; ask further in a shop, a warehouse or where people come and go.
check-alone = Taking the call alone
    .hint = Ask who else is there, and for earphones to come off. Notice voices nearby and looks aside before each answer.
check-no-stock = No stock of devices
    .hint = Look for several boxed phones or laptops, parcels and shipping labels. When you see any, ask where they come from.
check-light-sound = Light and sound are good enough
    .hint = The whole face and the print on the card can be seen, and every sentence heard. If not, ask for a lamp or another seat; if that fails, end it as technical, with a new time.
check-purpose = The purpose is genuine and clear
    .hint = Let them say in their own words what it is for, why this device, and what they compared. Hold it against the purpose in the application.
check-use-plan = The use plan makes sense
    .hint = Ask about an ordinary day with it, who will hold it next week, where it is delivered and who lives there. Hold it against the plan in the application.
check-who-asked = It is their own decision
    .hint = Ask who sent the link, whether anybody pays them or their rent, and about other rentals and instalments. Ask further when a job, an app test or a favour comes up.
check-end-of-term = They know what happens at the end
    .hint = Ask what they will do with the device when the term ends, and what being late, damage or loss would mean.
