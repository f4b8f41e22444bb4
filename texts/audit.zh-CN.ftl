# 审计记录：申请人的凭据、/verify 与 /audit。

## 凭据

receipt =
    <b>{ $code } 的凭据</b>，请留着备查。
    <blockquote expandable>到现在为止，您这份申请的记录共有 { $entries } 条。日后若有任何一条被改动或删去，发送 /verify 并附上这份凭据，就能查出来。
    <code>{ $receipt }</code></blockquote>

## /verify

command-verify = 核对我的申请记录
verify-whole = <b>{ $code }</b>：记录共 { $entries } 条，逐条核对无误。
verify-broken = <b>{ $code }</b>：记录从第 { $entry } 条起对不上。
verify-receipt-matches = ✓ 您的凭据（第 { $number } 条）与记录一致。
verify-receipt-cut = ✕ 您的凭据出自第 { $number } 条，而这一条现在已经不在了。
verify-receipt-rewritten = ✕ 您的凭据与第 { $number } 条不一致：您拿到凭据之后，记录被改过。
verify-receipt-not-signed = ✕ 这份凭据不是我们为这份申请签发的，也可能没有复制完整。
verify-receipt-other-case = ✕ 这份凭据属于另一份申请。
verify-hint = 想和您手里的凭据对照，请发送 /verify，后面附上凭据。
verify-keep = 请保留好凭据，并向租赁平台查问。
verify-form = 这不是一份完整的凭据。请从“凭据”那条消息里复制，它以申请编号开头，例如 <code>/verify M-7K3QXD.14.…</code>
verify-nothing = 您还没有申请，也就没有可以核对的记录。
verify-not-yours = 这份凭据不属于您的申请。请发送您自己聊天里收到的那一份。

## /audit

command-audit = 一份申请的全部记录
    .example = /audit M-7K3QXD
audit-form = 请附上申请编号；查看审核台自身的记录，请附上 desk。例如：<code>{ $example }</code>
audit = <b>{ $name } 的记录</b>（{ $page }/{ $pages }）
audit-desk = 审核台
audit-whole = ✓ 核对无误：共 { $entries } 条，已签名到第 { $signed } 条
audit-broken = ✕ 从第 { $entry } 条起对不上：{ $why }
audit-flaw-missing = 缺少一条
audit-flaw-link = 与前一条接不上
audit-flaw-columns = 各栏与内容不一致
audit-flaw-rows = 数据表里的内容与记录不符
audit-flaw-hash = 内容与哈希值不符
audit-flaw-other-key = 签名出自另一把密钥
audit-flaw-signature = 签名无效
audit-flaw-rewritten = 签名时是另一份内容
audit-flaw-cut = 后面签过名的记录不见了
audit-line = <b>{ $number }</b> { $time } { $who }：{ $what }
audit-line-more = <b>{ $number }</b> { $time } { $who }：{ $what }（{ $more }）
audit-from-to = { $from } → { $to }
audit-by-applicant = 申请人
audit-by-desk = 系统
audit-result-passed = 通过
audit-result-failed = 未通过
audit-result-not-reached = 未进行

audit-case-created = 开始申请
audit-case-state = 状态变更
audit-case-erased = 资料已删除
audit-case-hold-released = 决定继续办理
audit-application-answered = 回答问题
audit-application-reopened = 重新回答问题
audit-consent-recorded = 记录授权
audit-files-expired = 照片到期删除
audit-file-opened = 查看照片
audit-capture-taken = 通话截图
audit-entry-compared = 对照证件录入核对
audit-faces-compared = 肉眼比对人脸
audit-faces-measured = 软件比对人脸（仅供参考）
audit-dossier-opened = 查看申请资料
audit-booking-made = 预约时间
audit-booking-moved = 改约时间
audit-booking-ended = 预约结束
audit-call-links-revoked = 更换通话链接
audit-call-third-refused = 第三人要进入通话，已拒绝
audit-call-patience = 请申请人再等两分钟
audit-case-wait-shortened = 检测通过，缩短等待
audit-rehearsal-finished = 设备检测完成
audit-call-joined = 进入视频
audit-call-ended = 视频结束
audit-call-device-allowed = 允许换设备
audit-call-device-refused = 拒绝换设备
audit-call-other-device = 另一台设备请求进入
audit-check-recorded = 记录检查结果
audit-draw-made = 抽取本场内容
audit-draw-revealed = 公开抽取的依据
audit-part-noted = 记下一项
audit-camera-virtual = 摄像头是虚拟的
audit-mark-made = 悄悄做了标记
audit-mark-withdrawn = 收回标记
audit-call-handed-over = 通话转给其他审核员
audit-call-broken-off = 通话中断太久
audit-help-seen = 审核员看到求助
audit-help-called = 申请人悄悄求助
audit-code-sent = 发送验证码
audit-code-heard = 核对口述的验证码
audit-call-asked = 请申请人配合
audit-verdict-given = 给出结论
audit-order-created = 生成订单
audit-staff-added = 添加或更改成员
audit-staff-removed = 移除成员
audit-staff-signed-in = 登录工作台
audit-staff-status = 上线或离线
audit-hours-set = 设置班次
audit-recording-started = 开始录制
audit-recording-ended = 录制结束
audit-recording-finished = 录像已整理好
audit-recording-played = 播放录像
audit-evidence-requested = 索取证据文件
audit-evidence-made = 制作证据文件
audit-evidence-failed = 证据文件没有做成
audit-devices-seeded = 放入初始设备目录

audit-case-held = 转为待处理
audit-case-turned-down = 管理员决定不予办理
audit-booking-confirmed = 确认到场
audit-application-ordered = 按订单填入设备和租期
audit-application-taken-over = 沿用上一份申请的回答
audit-application-prefilled = 带入已有回答
audit-consent-withdrawn = 撤回授权
audit-flags-raised = 发现需要留意的情况
audit-wait-joined = 希望提前
audit-wait-left = 不再要求提前
audit-queue-joined = 开始排队
audit-queue-left = 退出排队
audit-queue-passed = 叫号未到
audit-booking-handed-over = 转给其他审核员
audit-verdict-second-asked = 请人复核
audit-verdict-confirmed = 复核确认
audit-verdict-returned = 复核退回
audit-conditions-accepted = 接受条件
audit-conditions-declined = 不接受条件
audit-appeal-made = 提出申诉
audit-appeal-assigned = 申诉交给审核员
audit-promise-slipped = 超过承诺时间
audit-field-opened = 查看完整信息
audit-files-deleted = 删除照片
audit-data-exported = 导出本人资料
audit-cases-searched = 查找申请
audit-messages-resent = 重新发送消息
audit-person-blocked = 停止服务
audit-person-unblocked = 恢复服务
audit-policy-changed = 更改规则
audit-days-set = 设置节假日
audit-device-added = 添加设备
audit-device-changed = 更改设备
audit-staff-changed = 更改成员设置
audit-staff-away = 登记请假
audit-staff-back = 销假
audit-staff-other-browser = 另一浏览器请求登录
audit-staff-browser-allowed = 允许换浏览器
audit-staff-browser-refused = 拒绝换浏览器
audit-staff-sessions-ended = 退出全部登录

# 盲审

audit-blind-review-drawn = 抽中盲审
audit-blind-review-asked = 请人盲审
audit-blind-review-opened = 打开盲审
audit-blind-review-file-opened = 盲审中打开照片
audit-blind-review-done = 完成盲审
audit-blind-review-raised = 盲审不一致，提请管理员
audit-case-invited-by-hand = 管理员邀请预约
audit-bookings-paused = 暂停接受预约
audit-bookings-resumed = 恢复接受预约
audit-export-requested = 要求导出
audit-export-made = 已导出
audit-export-failed = 导出失败
