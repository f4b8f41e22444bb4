# A reviewer's own booked call, from the card in the chat: to a colleague, or missed by the applicant.

do-hand-over = Hand over
hand-over-ask =
    <b>Hand { $code } to a colleague?</b>
    It is booked for { $time }. A colleague who is free then gets it; the time and the applicant's link stay.
hand-over-done = ✓ { $code } is now with { $name }, who is told.
hand-over-nobody = Nobody else is free for { $code } then: it stays with you. An admin can help with /assign.

do-missed = Did not come
missed-early = Please wait until { $time }. Only then it counts as missed.
missed-was-there = The applicant was in the room, so this is not counted as missed.
missed-without-you = You were not in the room at that time, so nobody can say that the applicant did not come.
missed-ask =
    <b>{ $code }: the applicant did not come?</b>
    It counts as missed. The call ends, and the applicant can choose another time.
missed-ask-last =
    <b>{ $code }: the applicant did not come?</b>
    It counts as missed, and is the last one allowed. The call ends, and an admin decides whether it goes on.
toast-missed = Counted as missed.
missed-done = { $code }: the applicant did not come. The applicant is told.
review-not-yours = This review is no longer with you. See /agenda for what is.
