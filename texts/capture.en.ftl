# The console: stills of the identity check, double entry, comparison of faces

capture-card-front = document, front
capture-card-back = document, back
capture-face = face
capture-take = Take a still: { $what }
capture-again = Take again: { $what }
capture-open = Look at the still: { $what }
capture-saving = Saving…
capture-taken = saved { $at }
capture-not-now = possible once you are connected and see the other person
capture-size = { $width } × { $height }
captures-taken = Stills from the call
capture-by = { $by }, { $at }
capture-by-earlier = { $by }, { $at }, not the one in use
key-capture = a still, for this check

problem-capture-invalid = This still was not kept
problem-capture-invalid-way = Please take it again.
problem-capture-invalid-too-small = The picture is too small
problem-capture-invalid-too-small-way = After a poor connection it starts small. Wait a few seconds until it is clear, then take the still again.
problem-no-frame = No picture came
problem-no-frame-way = Please make sure that you see the other person, then take the still again.
problem-proof-needed = A still is missing for this check
problem-proof-needed-way = Take it first, then choose the result. Where it cannot be shown, choose “not reached”.
