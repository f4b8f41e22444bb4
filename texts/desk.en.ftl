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
