# 在聊天里管理审核台：命令、帮助、待办、统计。关于一份申请或一位成员的话在 chat 和 messages。

## 帮助

help-one = 想看某个命令的例子，请这样发送：<code>{ $example }</code>
help-about = <b>{ $command }</b> { $does }
help-examples = 例如：
help-example = <code>{ $example }</code>
help-none = 没有“{ $said }”这个命令。发送 /help 可以看到您能用的全部命令。
talk-unknown-near =
    没有这个命令。您是想发送 { $command } 吗？
    发送 /help 可以看到全部命令。
