# The console: stills of card, face and room, double entry, comparison of faces

capture-card-front = document, front
capture-card-back = document, back
capture-face = face
capture-room = the room
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

## Typed from the document

closed-name = shown once you have typed it from the document
closed-documentNumber = shown once you have typed it from the document
blind-photos = Name, number and document photos are shown once you have typed them from the document.
entry-title = Typed from the document
entry-how = Type what you read on the document in the camera; the desk compares it with the application. Two tries.
entry-number = Last six characters of the number
entry-name = Name
entry-compare = Compare
entry-same = ✓ the same as in the application
entry-try-again = { $which ->
    [number] The end of the number differs.
    [name] The name differs.
   *[number-name] The end of the number and the name differ.
} Please look at the document again: { $left ->
    [one] one more try
   *[other] { $left } more tries
}.
entry-differs = { $which ->
    [number] Different both times: the end of the number.
    [name] Different both times: the name.
   *[number-name] Different both times: the end of the number and the name.
} “Failed” is suggested; to pass it all the same, say why in the note.
entry-typed = On the document (as you typed it)
entry-application = In the application
key-entry = to the fields typed from the document

problem-answer-invalid-six = The last six characters, please
problem-answer-invalid-six-way = Digits and letters only, for example 07002X. This did not count as a try.
problem-answer-invalid-empty = The name, please
problem-answer-invalid-empty-way = As it stands on the document. This did not count as a try.
problem-entry-first = First type from the document
problem-entry-first-way = You can look at it once you have filled in the fields of the check “The card agrees with the application”.

## Comparison of faces

compare-open = Compare the faces
compare-title = The document and the person
compare-to-do = five points, before the check can pass
compare-not-yet = first take the stills of the document’s front and of the face
compare-summary = same: { $same }, different: { $differs }, unclear: { $unclear } ({ $by }, { $at })
compare-zoom = Enlarge
compare-with = Picture on the left
compare-save = Save the comparison
face-point-shape = Shape of the face
face-point-eyes = Eyes
face-point-nose = Nose
face-point-mouth = Mouth
face-point-marks = Ears, moles and scars
face-same = same
face-differs = different
face-unclear = unclear
key-compare = the faces side by side
key-measure = compare the faces by software

face-measure = Compare by software
face-measuring = Calculating…
face-only-advice = The software only advises; you decide.
face-declined = The applicant did not agree to face comparison: compare by eye only.
face-band-likely-same = probably the same person
face-band-unclear = cannot tell
face-band-likely-different = probably different people
face-measured = distance { $distance } (the smaller, the more alike)
face-by = { $model }, { $version }, { $at }
face-no-face-card = no face was found in the still of the document
face-no-face-live = no face was found in the still of the face
face-take-again = You can take a clearer still and compare again.

problem-no-face-engine = The comparison could not be loaded
problem-no-face-engine-way = Please try again. If it does not help, compare by eye; the review goes on.
problem-no-consent = The applicant did not agree to face comparison
problem-no-consent-way = Please compare by eye.
