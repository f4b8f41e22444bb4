# Around the verdict: conditions, appeals, the second look, promises of time. Four lines at most (but for the verdict), one thing to do.

## Buttons (18 letters at most)

button-correct = Correct answers
button-accept = Accept
button-decline = Decline
button-appeal = Appeal
button-confirm = Confirm verdict
button-look-decide = Look and decide

## Passed with conditions

condition-deposit = Deposit: { $from } → { $to }
condition-device = Device instead: { $device }, { $rent } a month
condition-term = Term: { $from } → { $to ->
        [one] { $to } month
       *[other] { $to } months
    }
conditional-next = Please choose by { $time }. After that the application closes by itself.
conditional-over = These conditions can no longer be chosen.

## Appeal

appeal-until = If you think this is a mistake, you can appeal once, until { $time }.
appeal-approved =
    <b>✓ Your appeal succeeded: the review passed</b> ({ $code })
    Thank you for your patience.
appeal-conditional =
    <b>Your appeal succeeded, with conditions</b> ({ $code })
    You can rent if you agree to what is below.
appeal-retry =
    <b>Your appeal gets a new review</b> ({ $code })
    It is held by a reviewer who had no part in the first one.
appeal-rejected =
    <b>Your appeal is decided: the result stays</b> ({ $code })
    Somebody who had no part in it looked at the whole record again. Here is why.
appeal-rejected-for-good =
    <b>Your appeal is decided: the result stays</b> ({ $code })
    Somebody who had no part in it looked at the whole record again. Here is why.

again-open =
    <b>You can apply again now</b> ({ $code })
    Tap the button below to begin.

## A promise not kept

slipped-reviewing =
    <b>We are sorry, your result takes longer</b> ({ $code })
    We have asked for it, and it will be here as soon as it is ready.
slipped-confirming =
    <b>We are sorry, confirming your result takes longer</b> ({ $code })
    We have asked for it, and the result will be here as soon as it is ready.
slipped-appealed =
    <b>We are sorry, your appeal takes longer</b> ({ $code })
    We have asked for it, and the answer will be here as soon as it is ready.

promise-by = You will have an answer by { $time }.
promise-late = This takes longer than we promised. We are sorry, and are seeing to it.

## For reviewers and admins

due-at = Due: { $time }
to-confirm = <b>Please take a second look</b> ({ $code })
to-confirm-late = <b>⏰ A second look is nearly due</b> ({ $code })
to-confirm-overdue = <b>⏰ A second look is overdue</b> ({ $code })
to-confirm-plain = { $by } decided: { $outcome }
to-confirm-reasons = { $by } decided: { $outcome } ({ $reasons })
to-confirm-why = Needs two people because: { $why }
four-eyes-value = high device value
four-eyes-flag = a risk flag
four-eyes-family = a rejection for good about identity, face or purpose
four-eyes-draw = drawn at random
four-eyes-returned = the verdict before was sent back
four-eyes-escalated = the reviewer asks for a decision

appeal-made =
    <b>Please decide an appeal</b> ({ $code })
    You had no part in its review. Decide on the record, or grant a new call.
appeal-made-late = <b>⏰ An appeal is waiting for you</b> ({ $code })
verdict-due = <b>⏰ Please give your verdict</b> ({ $code })
verdict-late = <b>⏰ Your verdict is overdue</b> ({ $code })
verdict-returned =
    <b>Your verdict was sent back</b> ({ $code })
    What { $by } would like you to look at is on the application's page.
verdict-overruled =
    <b>Your verdict was changed to: { $outcome }</b> ({ $code })
    { $by } decided so on the second look.
promise-slipped-reviewing = <b>⏰ A verdict is overdue</b> ({ $code })
promise-slipped-confirming = <b>⏰ A second look is overdue</b> ({ $code })
promise-slipped-appealed = <b>⏰ An appeal is overdue</b> ({ $code })
