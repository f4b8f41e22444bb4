# 对话中与结论有关的回答：接受条件、申诉、复核、管理员的决定。

do-decline-conditions = 确定不接受
do-appeal-drop = 先不申诉
do-settle = 确定这样决定
do-settle-back = 返回申请
do-assign = 请别人决定
do-settle-approved = 通过
do-settle-retry = 再审一次
do-settle-rejected = 不通过
do-settle-rejected-for-good = 永久不通过

toast-accepted = ✓ 已接受，审核通过
toast-declined = 已记录：不接受
toast-decided = ✓ 已记录

conditions-accepted = ✓ 您已接受条件。
decline-sure =
    如果不接受，这份申请就结束了。
    之后您随时可以重新申请。
conditions-declined = 您没有接受条件，申请已结束（{ $code }）。

appeal-how =
    <b>请用一条消息写下申诉的理由</b>
    写清楚哪里和实际情况不符，发送后就会提交，一份申请只能申诉一次。
    没有参与过审核的同事会在 { $hours } 小时内答复。
appeal-text-only = 申诉请用文字写，一条消息写完即可。
appeal-dropped = 好的，没有提交申诉。期限内您还可以再提出。
problem-appeal-short = 请把理由写得具体一些，至少 { $limit } 个字。
problem-appeal-long = 内容有些长，请控制在 { $limit } 个字以内。
refused-appeal-closed = 这份申请现在不能申诉：已申诉过一次，或已过申诉期限。
refused-conditions-over = 接受条件的期限已过。
refused-worse-than-appealed = 申诉的结果不能比原来的更差，请维持原结果，或者改为更好的结果。
refused-same-person = 这份申请您参与过，要由另一位同事决定。

verdict-confirmed = ✓ 结论已确认，结果已发给申请人（{ $code }）。
verdict-settled = ✓ 已决定：{ $outcome }，结果已发给申请人（{ $code }）。
settle-plain =
    <b>确定这样决定吗？</b>（{ $code }）
    结果：{ $outcome }
settle-reasons =
    <b>确定这样决定吗？</b>（{ $code }）
    结果：{ $outcome }
    原因：{ $reasons }
assign-whom = <b>请谁来决定？</b>（{ $code }）
assign-nobody =
    <b>现在没有可以决定的审核员</b>（{ $code }）
    参与过的人不能再决定，可以用 /staff 添加审核员。
assigned = ✓ 已通知对方（{ $code }）。
assigned-to = 已请：{ $name }
queue-overdue = ⏰ 已超时
