# Working hours: /hours, /holiday, and what reviewers are told of changes.

## Showing hours

hours-of = <b>{ $name }</b> ({ $zone })
hours-line = { $days }: { $windows }
hours-none = No shifts yet
hours-limit-line = At most { $limit } a day
hours-nobody = There are no reviewers yet. Add one with /staff.
hours-form = You can also type it, for example: <code>{ $example }</code>
hours-whose = Whose hours are these? Please put the name first, for example: <code>Chen 2026-12-24 off</code>. For the whole desk: <code>/holiday 2026-12-24 off</code>
hours-off = off
hours-every-day = Every day
hours-days-range = { $first } to { $last }
hours-window = { $from }–{ $to }
hours-window-over = { $from }–{ $to } next day
hours-shift = { $day } { $window }
hours-no-limit = no limit
hours-limit-count = { $count }
hours-zone = Time zone
hours-limit = Reviews a day
hours-more = { $count ->
        [one] One more is not shown: /hours
       *[other] { $count } more are not shown: /hours
    }

## The picture of the week

hours-do-picture = As a picture
hours-picture-coming = The picture is on its way.
hours-picture-title = { $name }: this week and next
hours-picture-zone = { $name } ({ $zone })
hours-picture-shift = Shift
hours-picture-booked = Booked
hours-picture-away = Away
hours-picture-absent = away
hours-picture-part = { $hours }, away { $away }
hours-picture-own = changed
hours-picture-own-off = day off
hours-picture-line = { $hours } · { $count } booked
hours-picture-because = { $hours } ({ $name })

## Choosing with buttons

hours-pick-days =
    <b>{ $name }: which days?</b>
    The times come next. The other days stay as they are.
hours-pick-times =
    <b>{ $name }, { $days }: which times?</b>
    They are in { $zone }.
    Others can be typed: <code>/hours { $name } { $example } 8:30-12:00 13:00-17:30</code>
hours-pick-off =
    <b>{ $name }: which date off?</b>
    Tap a date to take it off, tap it again to work as usual.
hours-pick-limit =
    <b>{ $name }: how many reviews a day at most?</b>
    Now: { $limit }
hours-do-days = Set days
hours-do-off = Days off
hours-do-limit = Daily limit
hours-do-undo = Undo
hours-do-week = Show the week
hours-do-all = Everybody
hours-date-off = ✕ { $date }
hours-date-on = { $date }

## What a change answers

hours-set = ✓ <b>{ $name }</b>: the hours are changed ({ $zone })
hours-same = <b>{ $name }</b>: that is how it was already, so nothing is changed.
hours-change = { $what }: { $before } → { $after }
hours-undone = ✓ <b>{ $name }</b>: it is as it was before
hours-undo-late = Undone already, or changed again since. Nothing is changed.
hours-outside =
    ⏰ { $count ->
        [one] One booked review lies
       *[other] { $count } booked reviews lie
    } outside working hours. It stays until somebody moves or cancels it:
hours-outside-line = { $time } · { $code } · { $reviewer }
hours-toast-off = { $date }: off
hours-toast-on = { $date }: as usual

## Holidays of the whole desk

desk-days = <b>Holidays and make-up days</b>
desk-days-none = None are set.
desk-days-form =
    For example: <code>{ $example }</code>
    A weekend that is worked: <code>/holiday 2026-10-10 works as mon</code>
    An ordinary day again: <code>/holiday 2026-12-25 usual</code>
desk-days-set = ✓ <b>The desk's days are changed</b>
desk-days-loaded = ✓ <b>China's calendar of { $year } is loaded</b>: { $off } days off, { $works } make-up working days
desk-days-same = That is how it was already, so nothing is changed.
desk-days-undone = ✓ <b>The desk's days are as they were before</b>
desk-days-load = Load { $year }
desk-days-all = All days
desk-day-off = { $date }: { $name }, off
desk-day-works = { $date }: { $name }, worked like { $weekday }
desk-day-usual = { $date }: an ordinary day

## What reviewers are told

hours-changed = <b>Your working hours were changed</b> ({ $zone })
desk-days-changed = <b>Holidays of the desk were changed</b>
hours-changed-after = Booked reviews stay as they are: /agenda shows them.

## Something is wrong with what was typed

refused-hours-form =
    We did not understand “{ $text }”.
    Please write it like this: <code>/hours me mon-fri 9:00-12:00 13:00-18:00</code>
    For a date: <code>/hours me 2026-12-24 off</code>
refused-hours-overlap =
    Two of these shifts overlap: “{ $text }”.
    Please leave no time in two of them, for example: <code>mon-fri 9:00-12:00 13:00-18:00</code>
    One that runs past midnight ends on the next day: <code>22:00-6:00</code>
refused-hours-overnight =
    “{ $text }” would run until the next day, for more than 14 hours.
    If you meant the afternoon, please write <code>9:00-17:00</code>
    A shift past midnight may have up to 14 hours: <code>22:00-6:00</code>
refused-hours-date =
    There is no such date: “{ $text }”.
    Please write it like this: <code>2026-12-24</code>, or from and to: <code>12-24~12-26</code>
refused-hours-past = “{ $text }” is past. Please choose today or a later date, and add the year if you meant another: <code>2027-01-04</code>
refused-hours-far = “{ $text }” is more than two years ahead. Please check the year, for example: <code>2026-12-24</code>
refused-hours-too-many-dates = “{ $text }” covers more than 62 days. Please set longer spans by weekday: <code>mon-fri off</code>
refused-hours-too-many-windows = “{ $text }” has more than six shifts for one day. Please keep to six, for example: <code>9:00-12:00 13:00-18:00</code>
refused-hours-zone = We do not know the time zone “{ $text }”. Please write it like this: <code>zone Asia/Shanghai</code> or <code>zone Europe/Berlin</code>
refused-hours-limit = “{ $text }” is no daily limit. Please write 1 to 99, for example: <code>limit 12</code>, or <code>limit none</code>
refused-hours-overlap-days =
    These two shifts overlap: { $text }.
    Please end one before the other begins. A shift that runs past midnight ends on the next day.
refused-hours-too-short = Not one review fits into “{ $text }”: it takes { $minutes } minutes. Please give it more time, for example: <code>9:00-12:00</code>
refused-hours-year-over = All of China's calendar of { $text } lies behind us, so nothing is left to load. Holidays of your own: <code>/holiday 2027-10-01 off</code>
refused-hours-year = China's calendar of { $text } is not known to this version. Please set the days by hand: <code>/holiday 2027-10-01 off</code>
refused-hours-days =
    We did not understand “{ $text }”.
    Please write it like this: <code>/holiday 2026-12-25 off</code>, or <code>/holiday load 2026</code>
