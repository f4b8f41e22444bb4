# 通话前的等候：申请人到了，审核员还没来。

button-admit = 请申请人进来
button-patience = 再等两分钟
toast-patience = 已请申请人等到 { $until }。
two-more-minutes =
    <b>审核员还需要一点时间</b>，最晚到 { $until }。
    不用一直开着页面，可以进入时我们会在这里通知您。
refused-patience-used = 已经请申请人等过两次了，请现在让申请人进来，否则会由别人接手。

# the call page inside the messenger, beside the plain link
button-join-here = 在聊天里打开

# 管理员作废并更换通话链接
do-revoke-links = 更换通话链接
revoke-links =
    <b>要更换 { $code } 的通话链接吗？</b>
    两个旧链接会立即失效，正在通话的人会被请出。申请人和审核员会收到新链接，时间不变。
toast-links-revoked = 链接已更换。
links-revoked = { $code }：通话链接已更换，双方都会收到新链接。
link-replaced = <b>您的通话链接已更换</b>（{ $code }），之前的链接不能再用了。
review-link-replaced = <b>审核链接已更换</b>（{ $code }），之前的链接不能再用了。
