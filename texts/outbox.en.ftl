# Staff's look into the outbox: /parked and /resend.

## Messages that could not be sent

parked =
    <b>{ $count ->
        [one] One message could not be sent
       *[other] { $count } messages could not be sent
    }</b> ({ $page }/{ $pages })
    Trying again words each one as things are now.
parked-none = Every message was sent, or is on its way.
parked-line = <b>{ $number }</b> · { $kind } · to { $to }
parked-line-case = <b>{ $number }</b> · { $kind } · { $code } · to { $to }
parked-to-applicant = the applicant
parked-why = { $time }: <code>{ $error }</code>
parked-why-blocked = { $time }: this person has blocked the bot. Reach them another way.
parked-why-gone = { $time }: this account no longer exists, or never wrote to the bot.
parked-why-unreachable = { $time }: the messenger could not be reached for hours.
do-resend = Try { $number } again
do-resend-all = Try all again
resend-form = Which one? For example: <code>{ $example }</code>, or <code>/resend all</code>. The numbers are in /parked.
resent = ✓ { $count ->
    [one] One message is
   *[other] { $count } messages are
} on the way again.
resent-none = There is no such message to send. See /parked.
toast-resent = { $count ->
    [one] On its way again
   *[other] { $count } on their way again
}
toast-resent-none = Already sent again
command-parked = Messages that could not be sent
command-resend = Send them again
    .example = /resend 42
