# Who was in the room of a call, from when to when, and what that decided: for staff, in the console and in the evidence file.

presence = In the room
presence-applicant = Applicant
presence-reviewer = Reviewer
presence-together = Both at once
presence-span = { $from } to { $until }
presence-span-open = { $from } until now
presence-length = { $minutes ->
    [0] { $seconds } s
   *[other] { $minutes } min { $seconds } s
}
presence-in-all = { $length } in all: { $spans }
presence-never = never

presence-means-active = Nothing has been decided by it yet.
presence-means-held = Nothing has been decided by it yet.
presence-means-attended = The review took place.
presence-means-cancelled-by-applicant = Cancelled by the applicant, so nothing was decided by it.
presence-means-cancelled-by-us = Cancelled by us: nothing counts against the applicant.
presence-means-missed-by-applicant = Counts as missed by the applicant: from the start on only the reviewer was there.
presence-means-missed-by-reviewer = Our fault: from the start on no reviewer was there. Nothing counts against the applicant.
presence-means-technical = A technical fault: nothing counts against the applicant.
