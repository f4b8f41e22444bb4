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

## 待办

command-queue = 进行中的申请
    .example =
        /queue
        /queue 复核
        /queue 今天 2
queue = <b>{ $list }</b>（{ $page }/{ $pages }）
queue-none = 这一类现在没有申请。
queue-list = { $list } { $count }
queue-with = 负责：{ $name }
queue-with-applicant = 申请人
queue-with-admins = 管理员
queue-with-nobody = 还没有人
queue-unknown = 没有“{ $said }”这一类。
queue-near = 您是想看 <code>{ $command }</code> 吗？
queue-lists = 可以看：{ $lists }。后面加数字，可以翻到那一页。
queue-all = 全部进行中的申请
    .button = 全部
queue-hold = 需要管理员决定
    .button = 待决定
queue-late = 超过时限的
    .button = 超时
queue-today = 今天的预约
    .button = 今天
queue-submitted = 待邀请
    .button = 待邀请
queue-invited = 已邀请，还没有预约
    .button = 待预约
queue-booked = 已预约
    .button = 已预约
queue-reviewing = 审核中，等待结论
    .button = 待结论
queue-confirming = 等待第二位审核员复核
    .button = 待复核
queue-appealed = 申诉
    .button = 申诉
queue-conditional = 有条件通过，等申请人接受
    .button = 有条件
queue-draft = 草稿，申请人还在填写
    .button = 草稿
