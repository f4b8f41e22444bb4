# 审核结果前后的消息：附条件通过、申诉、复核、时限。每条消息最多四行（审核结果除外），只说一件要做的事。

## 按钮（最多 8 个汉字）

button-correct = 修改填写内容
button-accept = 接受条件
button-decline = 不接受
button-appeal = 提出申诉
button-confirm = 同意此结论
button-look-decide = 查看并处理

## 附条件通过

condition-deposit = 押金：{ $from } → { $to }
condition-device = 设备换成：{ $device }，月租 { $rent }
condition-term = 租期：{ $from } 个月 → { $to } 个月
conditional-next = 请在 { $time } 前选择，过期后申请会自动关闭。
conditional-over = 这些条件现在已经不能再选择。

## 申诉

appeal-until = 如果您认为结果有误，可以在 { $time } 前申诉一次。
appeal-approved =
    <b>✓ 申诉成立，审核已通过</b>（{ $code }）
    感谢您的耐心等待。
appeal-conditional =
    <b>申诉成立，审核有条件通过</b>（{ $code }）
    满足下面的条件，就可以继续租赁。
appeal-retry =
    <b>申诉已受理，可以再审一次</b>（{ $code }）
    新的视频审核由没有参与过的审核员进行。
appeal-rejected =
    <b>申诉已处理，维持原来的结果</b>（{ $code }）
    一位没有参与过的同事重新看了全部记录，原因如下。
appeal-rejected-for-good =
    <b>申诉已处理，维持原来的结果</b>（{ $code }）
    一位没有参与过的同事重新看了全部记录，原因如下。

again-open =
    <b>您现在可以重新申请了</b>（{ $code }）
    点下面的按钮就能开始。

## 没能按时

slipped-reviewing =
    <b>很抱歉，审核结果要晚一些</b>（{ $code }）
    我们已经在催，有了结果会马上发到这里。
slipped-confirming =
    <b>很抱歉，结果的确认要晚一些</b>（{ $code }）
    我们已经在催，有了结果会马上发到这里。
slipped-appealed =
    <b>很抱歉，申诉要晚一些才有结果</b>（{ $code }）
    我们已经在催，有了结果会马上发到这里。

promise-by = 最晚 { $time } 给您答复。
promise-late = 比答应您的时间晚了，很抱歉，我们正在催办。

## 给审核员和管理员

due-at = 截止时间：{ $time }
to-confirm = <b>请复核一份结论</b>（{ $code }）
to-confirm-late = <b>⏰ 复核快到时间了</b>（{ $code }）
to-confirm-overdue = <b>⏰ 复核已经超时</b>（{ $code }）
to-confirm-plain = { $by }的结论：{ $outcome }
to-confirm-reasons = { $by }的结论：{ $outcome }（{ $reasons }）
to-confirm-why = 需要复核，因为：{ $why }
four-eyes-value = 设备价值高
four-eyes-flag = 有风险提示
four-eyes-family = 永久拒绝且涉及证件、人脸或用途
four-eyes-draw = 随机抽中
four-eyes-returned = 上一份结论曾被退回
four-eyes-escalated = 审核员请求决定

appeal-made =
    <b>请处理一份申诉</b>（{ $code }）
    您没有参与过它的审核，可以按记录决定，也可以安排一次新通话。
appeal-made-late = <b>⏰ 有一份申诉等您处理</b>（{ $code }）
verdict-due = <b>⏰ 请给出审核结论</b>（{ $code }）
verdict-late = <b>⏰ 审核结论已经超时</b>（{ $code }）
verdict-returned =
    <b>您的结论被退回，请再看一次</b>（{ $code }）
    { $by }的意见写在申请页面里。
verdict-overruled =
    <b>您的结论被改为：{ $outcome }</b>（{ $code }）
    由{ $by }复核后决定。
promise-slipped-reviewing = <b>⏰ 审核结论超时</b>（{ $code }）
promise-slipped-confirming = <b>⏰ 复核超时</b>（{ $code }）
promise-slipped-appealed = <b>⏰ 申诉超时</b>（{ $code }）
