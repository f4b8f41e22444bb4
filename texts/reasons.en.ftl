# reason-<CODE>: what the applicant reads; .title: the short name for reviewers; .advice: what to do next.
# The fraud families stay neutral: they say what we could not confirm, and accuse nobody.

reason-ID_NOT_ORIGINAL = We did not get to see your original ID card.
    .title = Not the original card
    .advice = Have the physical card at hand. A copy, a photo or a digital card will not do.
reason-ID_UNREADABLE = Your ID card could not be read on camera.
    .title = Card unreadable
    .advice = Wipe the lens and the card, avoid glare, and hold the card still about a hand's length away.
reason-ID_EXPIRED = The ID card you showed is no longer valid.
    .title = Card expired
    .advice = Please renew your ID card first, then come to the review with the new one.
reason-ID_TAMPERED = We could not confirm that the document shown is valid.
    .title = Card may be altered
    .advice = If you have doubts about the card, the authority that issued it can check it.
reason-ID_DATA_DIFFER = The details on your ID card differ from your application.
    .title = Card and form differ
    .advice = Check the name and ID number in your application against the card.
reason-FACE_NO_MATCH = We could not confirm that the person on the call is the person on the card.
    .title = Face does not match
    .advice = The holder of the card should apply in person. Take off what covers the face, and sit in even light.
reason-FACE_COVERED = We could not see your whole face during the call.
    .title = Face covered
    .advice = Take off mask, hat and sunglasses, turn off filters, and face the camera.
reason-LIVE_CODE_FAILED = The spoken code or the movement was not completed.
    .title = Code or movement failed
    .advice = Watch for the code in this chat during the call, and follow the reviewer's prompts.
reason-LIVE_PROMPTED = We could not confirm that the answers were your own.
    .title = Prompted by somebody
    .advice = { $appeal ->
        [yes] Please apply and take the call yourself. If you think this is a mistake, you can appeal.
       *[no] Please apply and take the call yourself. If you have questions, please ask the platform's support.
    }
reason-ENV_TOO_DARK = It was too dark to see you clearly.
    .title = Too dark
    .advice = Turn on a light or sit facing a window, not with your back to it.
reason-ENV_TOO_LOUD = It was too loud around you to hear you clearly.
    .title = Too loud
    .advice = Choose a quiet room, close doors and windows, and turn off television and music.
reason-ENV_NOT_ALONE = Other people were with you during the call.
    .title = Not alone
    .advice = Choose a place where you can be alone, and ask others to step out for the call.
reason-ENV_TRADING_PLACE = We could not confirm the use that you described.
    .title = Place of trade
    .advice = { $appeal ->
        [yes] If you think this is a mistake, you can appeal and tell us more.
       *[no] If you have questions, please ask the rental platform's support.
    }
reason-ENV_STOCK = We could not confirm that the device is for your own everyday use.
    .title = Stock of devices
    .advice = { $appeal ->
        [yes] If you think this is a mistake, you can appeal and tell us more.
       *[no] If you have questions, please ask the rental platform's support.
    }
reason-PURPOSE_UNCLEAR = We did not yet understand what you need the device for.
    .title = Purpose unclear
    .advice = Think about who will use it, what for and how long, and tell the reviewer in detail.
reason-PURPOSE_CONTRADICTS = What you told us on the call differs from your application.
    .title = Contradicts the form
    .advice = Please describe the purpose and your plan as they really are, on the form and on the call.
reason-PURPOSE_BROKER = We could not confirm that this rental is your own decision and for your own use.
    .title = Broker may be involved
    .advice = Let a rental be your own decision, and do not lend your ID card or accounts to anybody.
reason-PURPOSE_FOR_OTHERS = We could not confirm that you will use the device yourself.
    .title = For somebody else
    .advice = Please let the person who will use the device apply for it.
reason-HISTORY_DISPUTE = An earlier rental in your name is not settled yet.
    .title = Open dispute
    .advice = Please settle it with the rental platform first, then apply again.
reason-TECH_NETWORK = The connection was too unstable to finish the call. This reason does not count against you.
    .title = Network
    .advice = Use good Wi-Fi or a strong mobile signal, and pause downloads and other videos.
reason-TECH_DEVICE = The camera or microphone did not work properly. This reason does not count against you.
    .title = Camera or microphone
    .advice = Try another phone, or allow the camera and microphone in your browser's settings.
reason-TECH_OURS = Something went wrong on our side, and the call could not be finished. We are sorry; this reason does not count against you.
    .title = Our own fault
    .advice = There is nothing you need to change. Please choose another time.
reason-ATTEND_LEFT = The call ended before the review was complete.
    .title = Left early
    .advice = Keep some undisturbed time free, and stay until the reviewer ends the call.
reason-PLACE_DIFFERS = You were in a different place from the one in your application.
    .title = Different place
    .advice = Take the call at the place you stated, or correct the address first if it has changed.
reason-FACE_FILTER = A beauty or other filter kept us from seeing you as you are.
    .title = Filter
    .advice = Turn off filters, beauty effects and virtual backgrounds before the call.
reason-LIVE_NOT_LIVE = We could not confirm that the picture came from your camera at that moment.
    .title = Picture not live
    .advice = Please take the call with the camera of your phone.
reason-PURPOSE_FIT = For the use you described, another way of renting fits better.
    .title = Another offer fits
    .advice = Please look at the conditions below; you can go on once you accept them.
reason-HISTORY_DUPLICATE = We could not complete our checks on this application.
    .title = Duplicate suspected
    .advice = { $appeal ->
        [yes] If you think this is a mistake, you can appeal and tell us more.
       *[no] If you have questions, please ask the rental platform's support.
    }
reason-HISTORY_ATTEMPTS = Several video reviews were arranged, and none came to a result.
    .title = No result so far
    .advice = When you apply again, please choose a quiet time that suits you, and have your ID card at hand.
reason-HISTORY_BLOCKED = Under the platform's rules we cannot rent to you.
    .title = On the block list
    .advice = { $appeal ->
        [yes] If you think this is a mistake, you can appeal, or ask the platform's support.
       *[no] If you have questions, please ask the rental platform's support.
    }
reason-HISTORY_FIRST_RENTAL = This is your first rental with the platform.
    .title = First rental
    .advice = You can go on once you accept the conditions below. Later rentals are looked at afresh.
reason-HISTORY_OTHER_RENTALS = You have other rentals running.
    .title = Other rentals
    .advice = You can go on once you accept the conditions below.
reason-HISTORY_APPEAL_CALL = Your appeal can be decided only after another call.
    .title = Appeal: new call
    .advice = Please come to the new video review as you are.
reason-ATTEND_LATE = When you joined, there was not enough time left for the review.
    .title = Late
    .advice = Please join a few minutes early, with your ID card at hand.
reason-ATTEND_REVIEWER = Our reviewer was late or had to leave. We are sorry; this reason does not count against you.
    .title = Reviewer absent
    .advice = There is nothing you need to change. Please choose another time.
reason-OTHER = This review could not be concluded with a pass.
    .title = Another reason
    .advice = If you would like to know more, please ask the rental platform's support.
