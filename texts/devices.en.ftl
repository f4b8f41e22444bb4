# The catalogue in the admin's chat: /devices, its file, and what a file would change.

devices = <b>Devices</b> ({ $page }/{ $pages }), { $count } in all
devices-none = There are no devices yet. Without any, nobody can apply.
devices-line = { $id } · { $device } · { $rent } a month
devices-line-off = { $id } · { $device } · { $rent } a month · not offered
devices-file =
    Many at once: <code>{ $example }</code> sends the list as a file.
    Change it in a spreadsheet and send it back here.
devices-unknown = There is no device “{ $said }”. Did you mean <code>/devices { $nearest }</code>?
devices-exporting = The list is on its way.
devices-file-sent =
    <b>All devices</b>
    Change what you like and send the file back here: you see what would change before anything does.
device = <b>{ $en }</b> / { $zh } ({ $id })
device-off = <b>{ $en }</b> / { $zh } ({ $id }), not offered
device-money = { $rent } a month, deposit { $deposit }, value { $value }
device-terms = Months: { $terms }
device-form =
    To change it, send for example: <code>{ $example }</code>
    Fields: { $fields }
device-changed =
    ✓ <b>{ $id }</b> is changed.
    It counts for new applications. What was handed in keeps its figures in writing.
device-change-line = { $field }: { $from } → { $to }
device-same = <b>{ $id }</b> is so already. Nothing was changed.
device-is-on = offered
device-is-off = not offered
device-field-nameZh = Chinese name
device-field-nameEn = English name
device-field-monthlyRentFen = Rent a month
device-field-depositFen = Deposit
device-field-valueFen = Value
device-field-terms = Months
device-field-active = State
device-field-picture = Picture
device-picture-set =
    ✓ { $device } is shown with this photo from now on.
    To have a drawing again: <code>{ $undo }</code>
device-picture-bad-not-received = The photo did not arrive. Please send it again.
device-picture-bad-not-a-photo = This file is no photo that can be used; the device's picture stays as it was. Please send a JPEG or PNG.
device-picture-bad-too-small = The photo is too small; the device's picture stays as it was. Please send one of at least 600 × 400 pixels.
device-picture-bad-too-big = The photo is too big; the device's picture stays as it was. Please send one of at most 20 MB.
device-picture-drawn = drawn for you
device-picture-sent = a photo that was sent
device-picture-phone = drawn as a phone
device-picture-fold = drawn as a foldable
device-picture-tablet = drawn as a tablet
device-picture-laptop = drawn as a laptop
device-picture-other = drawn as a box

# on the drawing of a device
picture-price = { $rent } a month · deposit { $deposit }

do-device-off = Stop offering it
do-device-on = Offer it
do-devices = All devices
toast-device-off = No longer offered
toast-device-on = Offered again
devices-file-wrong = <b>This file was not taken over; nothing was changed.</b> Please mend:
devices-file-not-received = The file did not arrive. Please send it again.
devices-file-too-big = This file is too big. A list has at most { $most } devices and 256 KB; please split it.
devices-problem-not-text = It is no text. Save it as CSV, in UTF-8 or GB18030.
devices-problem-columns = Line 1: the column “{ $column }” is missing.
devices-problem-empty = There is no device below the heading.
devices-problem-too-many = There are more than { $most } devices. Please split the file.
devices-problem-cells = Line { $line }: more cells than columns. A comma inside a cell needs quotes around it.
devices-problem-id = Line { $line }, { $column }: small letters, digits and hyphens, for example phone-pro.
devices-problem-twice = Line { $line }: this { $column } stands further up already.
devices-problem-name = Line { $line }, { $column }: a name of 1 to 60 characters that does not begin with = + - or @.
devices-problem-money = Line { $line }, { $column }: yuan, not below nought, for example 1499 or 1499.50.
devices-problem-terms = Line { $line }, { $column }: months from 1 to 60 with spaces between, for example 6 12 24.
devices-problem-picture = Line { $line }, { $column }: leave it empty for a drawing, or give a web address, or phone, fold, tablet, laptop or other.
devices-problem-active = Line { $line }, { $column }: yes or no.
devices-import =
    <b>This file would add { $added } and change { $changed }</b>
    As they are: { $same }. Not in the file, so left alone: { $untouched }.
devices-import-added = + { $id } · { $device } · { $rent } a month
devices-import-changed = <b>{ $id }</b>
devices-import-more = and { $count } more
devices-import-nothing = Nothing would change: all { $same } devices in the file are as they are here.
devices-imported = ✓ Taken over: { $added } added, { $changed } changed.
devices-import-dropped = Left as it was. Nothing was changed.
do-import = Take it over
do-import-not = Leave as it is
toast-imported = Taken over
toast-import-not = Nothing was changed
toast-import-stale = The devices have changed meanwhile. Please send the file again
command-devices = Devices, prices and terms
    .example = /devices phone-pro rent 199
