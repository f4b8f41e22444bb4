# Whatever is changed here needs a new version in texts/consents.ts.

consent-text-data =
    <b>Use of your data for this application</b> (needed)

    <b>What:</b> what you fill in here (such as name, document number, phone, delivery address, occupation, purpose and other rentals), the photos of your document, and pictures of document and face taken during the call.
    <b>Why:</b> to confirm who you are, to review this rental, and to prevent misused identities and double applications.
    <b>Who:</b> Mianshen's reviewers and admins. The rental platform receives the result.
    <b>How long:</b> photos and pictures for { $pictures } after the result. A hash of your ID number, which cannot be turned back into it, for { $hashes } after the application ended, against double applications. The rest until you ask us to delete it.
    <b>Your rights:</b> at any time, /mydata shows and exports your data and takes a consent back; /delete deletes everything.

    Without this consent we cannot take your application.
consent-text-face =
    <b>Face comparison</b> (your choice)

    <b>What:</b> during the call, the reviewer may use software to compare your face with the photo on the card. It only advises; the reviewer decides.
    <b>What is kept:</b> no face template and no features of your face. Pictures from the call are kept for { $pictures } after the result.
    <b>You may decline:</b> the reviewer then compares by eye, and your application is reviewed all the same.
    <b>Your rights:</b> send /mydata at any time to take this back, or /delete to delete everything.
consent-text-recording =
    <b>Recording of the video review</b> (your choice)

    <b>What:</b> picture and sound of the call may be recorded, for checking the result and settling disputes. The page then shows it clearly.
    <b>Who:</b> only Mianshen's staff who review or check your application.
    <b>How long:</b> for { $pictures } after the result, or until an open dispute is settled. Then it is deleted.
    <b>You may decline:</b> the review takes place without a recording, and your application is reviewed all the same.
    <b>Your rights:</b> send /mydata at any time to take this back, or /delete to delete everything.

kept-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
kept-years = { $count ->
    [one] 1 year
   *[other] { $count } years
}
