# What stands in the calendar file itself
calendar-title = Video review ({ $code })
calendar-organizer = Mianshen
calendar-about =
    Join here: { $url }
    The link opens { $minutes } minutes before the start. It is for you alone, so please do not forward it.
    To move or cancel it, or to see how things stand: { $chat }

    Have your original ID document ready, and sit somewhere bright and tidy. Please be on your own, and close other apps that use the camera.
calendar-title-cancelled = Cancelled: video review ({ $code })
calendar-about-cancelled =
    This review is cancelled, so there is no call to join.
    How things stand: { $chat }
