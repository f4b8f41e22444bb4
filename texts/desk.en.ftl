# The desk from the chat: commands, help, the queue, figures. What is said of one application or member stands in chat and messages.

## Help

help-one = For examples, add a command: <code>{ $example }</code>
help-about = <b>{ $command }</b> { $does }
help-examples = For example:
help-example = <code>{ $example }</code>
help-none = You have no command “{ $said }”. Send /help to see all of yours.
talk-unknown-near =
    There is no such command. Did you mean { $command }?
    Send /help to see all of them.

## The queue

command-queue = Open applications
    .example =
        /queue
        /queue verdict
        /queue today 2
queue = <b>{ $list }</b> ({ $page }/{ $pages })
queue-none = Nothing stands in this list.
queue-list = { $list } { $count }
queue-with = Next: { $name }
queue-with-applicant = the applicant
queue-with-admins = an admin
queue-with-nobody = nobody yet
queue-unknown = There is no list “{ $said }”.
queue-near = Did you mean <code>{ $command }</code>?
queue-lists = There are: { $lists }. A number after it turns to that page.
queue-all = All open applications
    .button = All
queue-hold = To be decided by an admin
    .button = On hold
queue-late = Overdue decisions
    .button = Overdue
queue-today = Booked today
    .button = Today
queue-submitted = To be invited
    .button = To invite
queue-invited = Invited, no time booked
    .button = No time
queue-booked = Booked
    .button = Booked
queue-reviewing = In review, verdict to come
    .button = Verdict
queue-confirming = Waiting for a second reviewer
    .button = 2nd look
queue-appealed = Appeals
    .button = Appeals
queue-conditional = Conditions to be accepted
    .button = Conditions
queue-draft = Drafts, still being filled in
    .button = Drafts
