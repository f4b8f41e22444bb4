# 管理员查看没有发出的消息：/parked 和 /resend。

## 没有发出的消息

parked =
    <b>有 { $count } 条消息没有发出</b>（{ $page }/{ $pages }）
    重新发送时，会按现在的情况重写内容。
parked-none = 消息都已发出，或正在发送。
parked-line = <b>{ $number }</b> · { $kind } · 发给{ $to }
parked-line-case = <b>{ $number }</b> · { $kind } · { $code } · 发给{ $to }
parked-to-applicant = 申请人
parked-why = { $time }：<code>{ $error }</code>
parked-why-blocked = { $time }：对方屏蔽了机器人，请用别的方式联系。
parked-why-gone = { $time }：这个账号已不存在，或从未联系过机器人。
parked-why-unreachable = { $time }：连续几小时连不上消息服务。
do-resend = 重发 { $number }
do-resend-all = 全部重发
resend-form = 要重发哪一条？例如：<code>{ $example }</code>，或 <code>/resend all</code>。编号见 /parked。
resent = ✓ 正在重新发送 { $count } 条消息。
resent-none = 没有这条待发的消息，请看 /parked。
toast-resent = 正在重发 { $count } 条
toast-resent-none = 已经重发过了
command-parked = 没有发出的消息
command-resend = 重新发送
    .example = /resend 42
