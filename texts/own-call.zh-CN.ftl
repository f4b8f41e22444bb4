# 审核员在聊天里处理自己的预约：转给同事，或申请人没有到场。

do-hand-over = 转给同事
hand-over-ask =
    <b>要把 { $code } 转给同事吗？</b>
    预约时间：{ $time }。会转给那时有空的同事，时间和申请人的链接都不变。
hand-over-done = ✓ { $code } 已转给 { $name }，对方会收到通知。
hand-over-nobody = 那个时间没有同事能接 { $code }，仍由您负责。管理员可以用 /assign 帮忙安排。

do-missed = 申请人没来
missed-early = 请等到 { $time }，之后才能记为未到场。
missed-was-there = 申请人进过房间，不能记为未到场。
missed-without-you = 那段时间您不在房间里，不能记为申请人未到场。
missed-ask =
    <b>{ $code }：申请人没有来吗？</b>
    会记为一次未到场，这场审核随即结束，申请人可以另选时间。
missed-ask-last =
    <b>{ $code }：申请人没有来吗？</b>
    会记为未到场，次数就用完了。这场审核随即结束，是否继续由管理员决定。
toast-missed = 已记为未到场。
missed-done = { $code }：申请人没有到场，已通知申请人。
review-not-yours = 这场审核已经不由您负责。发送 /agenda 查看您的安排。
