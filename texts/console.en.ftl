# The console: why something cannot be decided yet
why-over = This booking is over.
why-not-mine = Another reviewer has this application; you can only look.
why-not-met = Results can be entered once both of you are in the call.
why-check-open = Some checks have no result yet. Each needs passed, failed or not reached.
why-check-not-passed = A check has not passed, so approval is not possible.
