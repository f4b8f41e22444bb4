# 通话页面（申请人）与审核台（审核员）

brand = 面审
language-chinese = 中文
language-english = English
try-again = 再试一次
back-to-chat = 返回聊天
wait-in-chat = 我在聊天里等
copy-link = 复制链接
link-copied = 已复制
copy-by-hand = 请长按或选中后复制此链接
close = 关闭
loading = 正在加载…
joining = 正在进入…
join = 进入通话
rejoin = 回到通话

when = { $day } { $time }（{ $zone }）
time-with-zone = { $time }（{ $zone }）
span-seconds = { $seconds } 秒
span-minutes = { $minutes } 分钟
span-hours = { $hours } 小时
span-hours-minutes = { $hours } 小时 { $minutes } 分钟
span-days = { $days } 天
span-days-hours = { $days } 天 { $hours } 小时

## 打不开时：发生了什么，接下来怎么办

problem-link-unknown = 这个链接无法识别
problem-link-unknown-way = 链接可能没有复制完整。请回到聊天，点击最新消息里的按钮重新打开。
problem-link-over = 这次视频审核已经结束
problem-link-over-way = 结果和下一步都在聊天里。
problem-link-over-moved = 这个链接已经换新了
problem-link-over-moved-way = 预约改了时间，或者为了安全更换了链接。请使用聊天里最新的链接。
problem-link-over-cancelled = 这次预约已取消
problem-link-over-cancelled-way = 您可以在聊天里另约时间。
problem-link-over-missed = 预约的时间已经过了
problem-link-over-missed-way = 没关系，您可以在聊天里另约时间。
problem-link-over-ended = 这次视频审核已经结束
problem-link-over-ended-way = 结果和下一步都在聊天里。
problem-not-allowed = 这份申请由另一位审核员负责
problem-not-allowed-way = 您可以查看，但不能修改。
problem-stale = 情况刚刚有变化
problem-stale-way = 页面正在更新，请看过最新状态后再操作。
problem-not-met = 双方还没有在通话中见面
problem-not-met-way = 请先进入通话，等申请人接通后再填写。
problem-patience-used = 已经请申请人等过两次了
problem-patience-used-way = 请现在让申请人进来，否则会由别人接手。
problem-check-open = 还有检查没有结果
problem-check-open-way = 请先完成所有检查，再提交结论。
problem-check-not-passed = 有检查没有通过
problem-check-not-passed-way = 所有检查都通过后才能选择“通过”。
problem-reason-needed = 还没有选择原因
problem-reason-needed-way = 请选择至少一个原因。
problem-reason-unfit = 这个原因不适用于此结论
problem-reason-unfit-way = 请另选一个原因。
problem-too-early = 还没到进入的时间
problem-too-early-way = 时间快到时，聊天里会提醒您。
problem-too-early-at = { $at }起可以进入，聊天里会提醒您。
problem-other-device = 通话已在另一台设备上打开
problem-other-device-way = 请在那台设备上继续，或在聊天里确认换到这台设备。
problem-other-browser = 请在聊天里确认
problem-other-browser-way = 这个链接已在另一个浏览器用过。我们在聊天里问了您这里是不是您本人；确认后，本页会自动继续。
mini-app-outside = 用浏览器打开
problem-launch-invalid = 请重新打开这个页面
problem-launch-invalid-way = 页面打开太久了，或者不是从您自己的聊天里打开的。请在聊天里再点一次按钮。
problem-wrong-role = 这个链接不是给您的
problem-wrong-role-way = 请回到您自己的聊天，点击发给您的链接。
problem-signed-out = 登录已过期
problem-signed-out-way = 请从聊天里的审核链接重新进入。
problem-too-many = 操作有些频繁
problem-too-many-way = 请稍等一分钟再试。
problem-network = 网络没有连上
problem-network-way = 请检查 Wi-Fi 或移动网络，然后再试一次。您的预约不受影响。
problem-unknown = 我们这边出了点问题
problem-unknown-way = 请稍后再试。如果一直这样，请回到聊天告诉我们。
problem-not-found = 找不到这份申请
problem-not-found-way = 请核对编号，或从左侧日程中选择。
problem-not-done = 没有成功，请再试一次
problem-id = 问题编号：{ $id }

## 通话时间之前

call-title = 视频审核 · 面审
early-title = 您的视频审核
early-countdown = 距离开始还有 { $span }
early-opens = { $at }起可以进入。到时间页面会自动打开；您也可以关闭页面，聊天里会提醒您。
prepare-title = 请提前准备
prepare-card = 证件原件放在手边（不是复印件或照片）
prepare-light = 选一个光线充足的地方，光从正面照过来
prepare-place = 背景清晰，环境安静，网络稳定
prepare-alone = 请独自参加，不需要别人在旁帮忙
prepare-honest = 如实回答，慢慢说，大约 10 分钟
device-check = 试一下摄像头和麦克风
device-check-how = 说几句话：上面的音量条会跟着动。画面清楚、音量条会动，就可以了。
device-check-stop = 关闭摄像头
device-microphone = 麦克风音量
own-picture = 您自己的画面
own-camera-off = 摄像头已关闭

over-title = 这次视频审核的时间已过
over-text = 它可能已经结束、改期或取消了。结果和下一步都在聊天里。

## 进入之前

lobby-title = 可以进入视频审核了
lobby-return-title = 回到您的视频审核
lobby-when = { $named ->
    [yes] { $at }，审核员：{ $reviewer }
   *[no] { $at }
  }
lobby-explain = 审核员需要看到您和证件原件，也要听到您说话。接下来浏览器会询问是否允许使用摄像头和麦克风，请选择“允许”。画面只用于这次审核。
lobby-chat = 审核员还没到时，您也可以回到聊天里等，到了会提醒您。
camera-on = 打开摄像头和麦克风
camera-asking = 请在浏览器里选择“允许”…
preview-look = 请看看自己的画面：脸要清楚，光线要够。

in-app-title = 建议换到系统浏览器打开
in-app-why = 应用内置的浏览器（{ $app }）常常用不了摄像头。链接并没有因此用掉，可以换到 Safari 或 Chrome 打开。
in-app-menu-top-dots = 点右上角的 ⋯ 或 ⋮。
in-app-menu-bottom-dots = 点右下角的 ⋯ 或 ⋮。
in-app-menu-share = 点右上角的分享图标。
in-app-choose = 选择“在浏览器打开”（或“在 Safari 中打开”“在 Chrome 中打开”）。
in-app-else = 也可以复制链接，粘贴到 Safari 或 Chrome。
in-app-name-wechat = 微信
in-app-name-wecom = 企业微信
in-app-name-qq = QQ
in-app-name-alipay = 支付宝
in-app-name-dingtalk = 钉钉
in-app-name-lark = 飞书
in-app-name-weibo = 微博
in-app-name-douyin = 抖音
in-app-name-xiaohongshu = 小红书
in-app-name-baidu = 百度
in-app-name-telegram = Telegram
in-app-name-instagram = Instagram
in-app-name-messenger = Messenger
in-app-name-facebook = Facebook
in-app-name-line = LINE
in-app-name-kakaotalk = KakaoTalk
in-app-name-twitter = X
in-app-name-linkedin = LinkedIn
in-app-name-snapchat = Snapchat
in-app-name-other = 这个应用
other-device-open = 换一台设备
other-device-how = 用手机相机对准这个二维码。用哪台设备进入通话，链接才与哪台绑定。
other-device-code = 本页链接的二维码
pickers = 选择设备
picker-camera = 摄像头
picker-microphone = 麦克风
picker-speaker = 扬声器
picker-unnamed = 设备 { $number }

camera-denied-title = 摄像头或麦克风没有获得允许
camera-denied-chrome = 请点击地址栏左侧的图标，把“摄像头”和“麦克风”改为“允许”，然后再试一次。
camera-denied-edge = 请点击地址栏左侧的锁形图标，把“摄像头”和“麦克风”改为“允许”，然后再试一次。
camera-denied-chrome-android = 请点击地址栏左侧的图标，进入“权限”，允许摄像头和麦克风；也请在手机的“设置 → 应用 → 浏览器 → 权限”里打开，然后再试一次。
camera-denied-safari = 请在菜单“Safari 浏览器 → 此网站的设置”里，把“摄像头”和“麦克风”改为“允许”，然后再试一次。
camera-denied-safari-ios = 请点击地址栏左侧的“大小”图标，进入“网站设置”，允许摄像头和麦克风；也请在手机的“设置 → Safari 浏览器”里查看，然后再试一次。
camera-denied-firefox = 请点击地址栏左侧的摄像头图标，取消“已阻止”，然后再试一次，并选择“允许”。
camera-denied-samsung = 请点击地址栏左侧的锁形图标，进入“权限”，允许摄像头和麦克风，然后再试一次。
camera-denied-firefox-android = 请点击地址栏左侧的锁形图标，进入“权限”，允许摄像头和麦克风，然后再试一次。
camera-denied-firefox-ios = 请在手机的“设置 → App → Firefox”里允许摄像头和麦克风，回来后再试一次。
camera-denied-chrome-ios = 请在手机的“设置 → App → Chrome”里允许摄像头和麦克风，回来后再试一次。
camera-missing-title = 没有找到摄像头或麦克风
camera-missing-help = 请接上摄像头和麦克风后再试，或者把链接发到自己的手机上打开。
camera-busy-title = 摄像头正被别的程序占用
camera-busy-help = 请关闭其他正在使用摄像头的应用或网页（例如视频会议），然后再试一次。
camera-insecure-title = 这个地址不能使用摄像头
camera-insecure-help = 浏览器只在安全的地址（https）上允许使用摄像头。请用聊天里的链接打开。
camera-unsupported-title = 这个浏览器不能使用摄像头
camera-unsupported-help = 请复制链接，用 Safari、Chrome 或 Firefox 打开。
camera-unknown-title = 摄像头没有打开
camera-unknown-help = 请再试一次；如果仍然不行，请换一个浏览器或一台设备。
camera-lost-again = 摄像头断开了，点此重新打开

## 通话中

state-idle = 正在准备…
state-waiting = { $peer ->
    [applicant] 等待申请人
   *[reviewer] 等待审核员
  }
state-left = { $peer ->
    [applicant] 申请人暂时离开，等待返回
   *[reviewer] 审核员暂时离开，马上回来
  }
state-connecting = { $peer ->
    [applicant] 正在连接申请人…
   *[reviewer] 正在连接审核员…
  }
state-connected = 已接通
state-reconnecting = 网络中断，正在重新连接…
state-ended = 通话已结束
state-reading = 正在聊天里看验证码，画面会暂停一会儿
peer-reading = 申请人正在聊天里看验证码，马上回来
sound-only = 只有声音、没有画面，审核不能通过。
own-sound-only = 审核员看不到您。没有画面，审核就做不完，请打开摄像头。
peer-quality-good = { $peer ->
    [applicant] 申请人网络好
   *[reviewer] 审核员网络好
  }
peer-quality-fair = { $peer ->
    [applicant] 申请人网络一般
   *[reviewer] 审核员网络一般
  }
peer-quality-poor = { $peer ->
    [applicant] 申请人网络差
   *[reviewer] 审核员网络差
  }
sound-test-idle = 测试声音
sound-test-playing = 正在播放
sound-test-played = 再听一次
quality-good = 网络良好
quality-fair = 网络一般
quality-poor = 网络较差

waiting-first = { $named ->
    [yes] 审核员 { $reviewer } 马上就来
   *[no] 审核员马上就来
  }
waiting-left = { $named ->
    [yes] 审核员 { $reviewer } 暂时离开，通话会自动恢复
   *[no] 审核员暂时离开，通话会自动恢复
  }
waiting-patience = { $named ->
    [yes] { $reviewer }请您稍等，最晚到 { $until }
   *[no] 审核员请您稍等，最晚到 { $until }
  }
waiting-in-chat = 您也可以关闭页面，在聊天里等，到了会提醒您。
remote-picture = { $peer ->
    [applicant] 申请人的画面
   *[reviewer] 审核员的画面
  }
peer-camera-off = { $peer ->
    [applicant] 申请人关闭了摄像头
   *[reviewer] 审核员关闭了摄像头
  }
peer-muted = { $peer ->
    [applicant] 申请人已静音
   *[reviewer] 审核员已静音
  }
tap-to-hear = 点此听到声音
media-unreachable = 视频服务暂时连不上。请检查网络（公司网络或 VPN 可能会拦截），然后再试一次；文字消息仍可使用。

controls = 通话控制
control-mute = 静音
control-unmute = 取消静音
control-camera-off = 关摄像头
control-camera-on = 开摄像头
control-switch-camera = 切换摄像头
control-leave = 离开

steps = 审核步骤
step-waiting = 尚未开始
step-waiting-hint = 接下来：身份验证。请把证件原件放在手边。
step-identity = 身份验证
step-identity-hint = 请按审核员的提示出示证件原件。接下来：环境检查。
step-environment = 环境检查
step-environment-hint = 请按提示展示您周围的环境。接下来：问答。
step-questions = 问答
step-questions-hint = 请用自己的话如实回答。接下来：审核结论。
step-verdict = 审核结论
step-verdict-hint = 审核员正在整理结论，请稍候。
step-done = 已完成

lines = 文字消息
lines-own = 我
lines-other = { $peer ->
    [applicant] 申请人
   *[reviewer] 审核员
  }
lines-write = 写一条消息
lines-nobody = 对方在线时可以发送消息
lines-send = 发送
quick-no-sound = 我听不到您的声音
quick-no-picture = 我看不到您的画面
quick-slower = 请再说一遍
quick-moment = 请稍等一下
quick-card-closer = 请把证件靠近镜头一些
quick-light = 请换到亮一点的地方
quick-moment-please = 请稍等，我马上回来

## 审核员请您做的

prompt-code = 请到聊天里看验证码
prompt-code-how = 记住 6 位数字，回到这里大声念出来。离开一会儿不要紧，通话会自己接上。
prompt-code-time = 还有 { $span }
prompt-code-open = 打开聊天
prompt-room = 请展示您身边的环境
prompt-room-how = 请拿着镜头慢慢环顾一圈，再转回自己。
prompt-movement-turn-left = 请慢慢向左转头
prompt-movement-turn-right = 请慢慢向右转头
prompt-movement-look-up = 请抬头看上方
prompt-movement-look-down = 请低头看下方
prompt-movement-cover-left-eye = 请用手遮住左眼
prompt-movement-cover-right-eye = 请用手遮住右眼
prompt-movement-two-fingers = 请在脸旁伸出两根手指
prompt-movement-three-fingers = 请在脸旁伸出三根手指
prompt-movement-four-fingers = 请在脸旁伸出四根手指
prompt-movement-left-ear = 请用手摸左耳
prompt-movement-right-ear = 请用手摸右耳
prompt-movement-hand-across = 请用手在脸前慢慢划过

## 通话之后

ended-title = 视频通话已结束
ended-text = 谢谢您的配合。审核员正在完成审核，结果会发到聊天里。
ended-close = 现在可以关闭此页面。
left-title = 您已离开通话
left-text = 审核还没有结束。{ $until }之前您都可以回来，通话会接着进行。
left-return = 回到通话
replaced-title = 通话已在别处打开
replaced-text = 您在另一个窗口或设备上进入了这次通话，所以这里已断开。
replaced-return = 在这里继续
other-device-title = 通话已在另一台设备上打开
other-device-text = 为了您的安全，同一时间只能用一台设备。我们已在聊天里问您是否换到这台设备：请在那里确认，然后回到这里再试一次。

## 审核员的链接

door-title = { $named ->
    [yes] { $reviewer }，您好
   *[no] 审核员入口
  }
door-case = 申请编号
door-time = 时间
door-text = 登录后进入审核台，直接打开这份申请。登录在这台设备上有效 12 小时。
door-sign-in = 登录并打开申请
door-busy = 正在登录…

## 审核台

console-title = 面审 · 审核台
no-session-title = 请从聊天进入审核台
no-session-text = 您还没有登录，或登录已过期。
no-session-how = 请在聊天里发送 /agenda，点击消息中的链接登录。
status = 接单状态
status-online = 在线
status-break = 休息
status-offline = 离线
sign-out = 退出登录
desk-panes = 页面分区
pane-agenda = 日程
pane-call = 通话
pane-case = 申请

agenda-zone-other = 时间按您的时区显示：{ $zone }。这台电脑的时钟是另一个时区。
agenda-zone = 时间按您所在时区显示：{ $zone }
agenda-today = 今天 · { $day }
agenda-times = { $from }–{ $to }
agenda-in = { $span }后开始
agenda-empty = 接下来七天没有安排。上线后，“现在审核”的申请会出现在这里。
agenda-stale = 日程暂时无法更新，显示的是之前的内容。
applicant-present = 申请人在线
attempt = 第 { $attempt } 次
case-state-draft = 填写中
case-state-submitted = 已提交
case-state-invited = 待预约
case-state-booked = 已预约
case-state-reviewing = 审核中
case-state-confirming = 待复核
case-state-conditional = 附条件通过
case-state-approved = 已通过
case-state-rejected = 未通过
case-state-appealed = 申诉中
case-state-withdrawn = 已撤回
case-state-lapsed = 已过期
end-attended = 已完成
end-cancelled-by-applicant = 申请人已取消
end-cancelled-by-us = 我方已取消
end-missed-by-applicant = 申请人未出席
end-missed-by-reviewer = 审核员未出席
end-technical = 技术原因未完成

call-choose = 请从日程中选择一份申请
call-timer = 通话时长
call-elsewhere = 您正在 { $case } 的通话中。
call-elsewhere-back = 回到该申请
desk-door-title = { $case } 的视频通话
desk-window = 可进入时间：{ $from }至 { $to }
desk-admit = 请申请人进来
desk-patience = 再等两分钟
desk-patience-told = 已请申请人等到 { $until }。
desk-join = 进入通话
desk-join-not-now = 现在不能进入这次通话。
desk-ended-title = 通话已结束
desk-ended-text = 双方的通话都已关闭。
desk-left-title = 您已离开通话
desk-left-text = 通话还在进行，申请人正在等您回来。
desk-replaced-title = 通话已在别处打开
desk-replaced-text = 您在另一个窗口或设备上进入了这次通话，所以这里已断开。
desk-waiting-first = 申请人还没有进入，聊天里会提醒对方。
desk-waiting-left = 申请人暂时离开，返回后会自动接通。

case-choose = 选择一份申请后，这里显示资料、检查清单和结论。
case-terms = 租期 { $months } 个月 · 月租 { $rent } · 押金 { $deposit } · 价值 { $value }
dossier = 申请资料
photos = 证件照片
photo-open = 打开：{ $label }
photo-taken = 时间：{ $at }
consents = 授权
consent-given = 已同意：{ $label }
consent-refused = 未同意：{ $label }
consent-without-face = 请只用肉眼比对人脸。
consent-without-recording = 请不要录制。
answer-corrected = · 上次通话后已修改
field-open = 显示
field-open-of = 显示完整的{ $label }
field-hide = 隐藏
field-hide-of = 隐藏{ $label }
evidence = 与其他申请的关联
evidence-means = 仅供参考，由您判断。可以再问申请人，或在结论里说明。

begin-identity = 开始身份验证
next-step = 下一步：{ $step }
step-count = { $done }/{ $all }
check-stated = 申请时填写：
result-passed = 通过
result-failed = 未通过
result-not-reached = 未进行
check-reason = 原因：{ $title }
check-reason-choose = 选择原因…
check-note = 备注：{ $title }
check-note-here = 备注（仅内部可见）
save-incomplete = 选择原因后会自动保存
save-failed = 未能保存，正在自动重试
save-refused = 未被接受，没有保存
all-saved = 全部已保存
all-saving = 正在保存…
all-incomplete = 有检查项还没有选择原因
all-failed = 有内容未能保存，正在重试
all-refused = 有内容没有保存，请看标出的检查项

parts-left = 先记下：{ $part }
code-send = 发送验证码
code-send-again = 重新发送（还可 { $left } 次）
code-heard = 听到的 6 位数字
code-compare = 核对
code-reading = 对方正在聊天里看验证码，画面可能暂停，最多还有 { $span }。
code-waits = 请对方念出验证码，还有 { $span } 有效。
code-over = 验证码已过期，可以重新发送。
code-wrong = { $left ->
    [0] 不一致，次数已用完，可以重新发送。
   *[other] 不一致。如果是听错了，请对方再念一遍，还可核对 { $left } 次。
  }
ask-movement = 显示给对方
ask-room = 请对方展示环境
ask-take-back = 收起
question-of = 问题 { $number }/{ $all }
question-open = 还没问
question-note = 回答要点（仅员工可见）
question-back = 上一个
question-next = 下一个
answer-closed = 问过并记下后显示
key-answer = 记下当前问题的回答
virtual-camera = 摄像头名称是“{ $name }”，可能不是真实画面。请多做一个动作确认。
problem-parts-open = 还有一项没有记下
problem-parts-open-way = 请先记下这一项下面的每个内容。
problem-part-unfit = 这一项不能这样记
problem-part-unfit-way = 请选择列出的选项。
problem-no-picture = 还没有看到对方的画面
problem-no-picture-way = 只有声音时，身份和环境不能通过。请对方打开摄像头，或者按技术原因结束。
problem-answer-closed = 这一项现在还看不到
problem-answer-closed-way = 问过并记下之后就会显示。
problem-code-spent = 现在没有可核对的验证码
problem-code-spent-way = 请重新发送验证码。
problem-code-spent-limit = 这场通话的验证码已发完
problem-code-spent-limit-way = 请把这一项记为“没有做成”，另约时间。
problem-code-spent-tries = 这个验证码的核对次数已用完
problem-code-spent-tries-way = 请重新发送验证码。
problem-code-spent-expired = 这个验证码已过期
problem-code-spent-expired-way = 请重新发送验证码。
problem-code-spent-none = 还没有发送验证码
problem-code-spent-none-way = 请先发送验证码。

call-actions = 通话中的操作
choose = 请选择…
act-mark = 悄悄标记
act-hand-over = 转给同事
act-abort = 中止审核
act-note = 备注（仅员工可见）
mark-means = 对方看不到。有标记的申请，结论会由第二位同事复核。
mark-kind = 注意到什么
mark-make = 记下标记
mark-withdraw = 收回
mark-withdraw-of = 收回：{ $mark }
hand-over-means = 由在线而且有空的同事接着审核。申请人留在通话里，您记下的内容都保留。
hand-over-note = 请告诉同事：看到了什么，还差什么
hand-over-yes = 转给同事
abort-means = 通话结束，没做完的检查记为“没有做成”，申请人会收到原因，另约时间。
abort-reason = 原因
abort-counts = 计入次数
abort-counts-not = 不计次数
abort-told = 申请人会读到：{ $text }
abort-yes = 中止并另约
help-badge = 申请人悄悄求助（{ $at }）
help-badge-how = 可能有人在教他怎么说。请不要说破；可以换几个问题、请对方展示环境，或者中止另约。
help-seen = 知道了
handed-by = { $by }转给您时写道：
call-again = 之前的通话中断太久，现在是这次预约的第 { $calls } 场通话；已记下的内容都在。
problem-nobody-free = 现在没有同事有空
problem-nobody-free-way = 可以继续审核，或者在结论里选择“上报”，由同事之后决定。

shortcuts = 快捷键
shortcuts-on = 启用单键快捷键
key-down = 下一项
key-up = 上一项
key-note = 写备注
key-help = 打开此说明

family-ID = 证件
family-FACE = 人脸
family-LIVE = 真人与独立性
family-ENV = 环境
family-PURPOSE = 用途
family-HISTORY = 历史记录
family-TECH = 技术问题
family-ATTEND = 到场
family-PLACE = 地点

verdict-outcome = 结论
verdict-open-checks = 还有 { $count } 项检查没有结果，全部有结果后才能给出结论。
verdict-open-reasons = 还有 { $count } 项未通过或未进行的检查没有选择原因。
verdict-not-yet = 现在还不能给出结论。
outcome-approved = 通过
outcome-approved-means = 申请人可以继续签约和收货
outcome-approved-needs-all = 所有检查都通过后才能选择
outcome-retry = 再审一次
outcome-retry-means = 申请人可以另约时间，重新进行
outcome-rejected = 不通过，可再申请
outcome-rejected-means = 申请结束，申请人会收到原因和建议
verdict-note = 内部备注（申请人看不到）
verdict-pick-reason = 请至少选择一个原因。
verdict-preview = 申请人将看到
verdict-submit = 提交结论
verdict-sending = 正在提交…
wait-never = 之后不能再次申请。
wait-days = { $days ->
    [0] 可以马上再次申请。
   *[other] { $days } 天后可以再次申请。
  }
confirm-approved-title = 通过 { $case }？
confirm-approved = 申请人会马上在聊天里收到通过的消息，并可以继续租赁。
confirm-retry-title = 请 { $case } 再审一次？
confirm-retry = 申请人会马上在聊天里收到以下原因和建议，并可以另约时间。
confirm-rejected-title = 不通过 { $case }？
confirm-rejected = 申请人会马上在聊天里收到以下原因和建议，这份申请随之结束。
confirm-ends-call = 提交后通话会为双方结束，结论不能自行撤回。
confirm-back = 返回修改
decided-approved = 已通过
decided-retry = 需再审一次
decided-rejected = 未通过
# 附条件、复核和申诉
outcome-conditional = 有条件通过
outcome-conditional-means = 申请人接受条件后才算通过，七天内有效
outcome-rejected-for-good = 不通过，不再受理
outcome-rejected-for-good-means = 申请人以后不能再申请，可以申诉一次
outcome-escalated = 请管理员决定
outcome-escalated-means = 申请先搁置，申请人暂时收不到结果
decided-conditional = 有条件通过
decided-rejected-for-good = 未通过，不再受理
decided-escalated = 已请管理员决定
confirm-conditional-title = 有条件通过 { $case }？
confirm-conditional = 申请人会在聊天里看到条件，可以接受或不接受。
confirm-rejected-for-good-title = 永久拒绝 { $case }？
confirm-rejected-for-good = 申请人会看到以下原因，以后不能再申请，可以在十四天内申诉一次。
confirm-escalated-title = 请管理员决定 { $case }？
confirm-escalated = 管理员会马上收到消息，申请人会看到“由负责人决定”。
verdict-pick-condition = 请至少填写一个条件，并选择一个原因。
verdict-escalated = 已通知管理员，由管理员决定。
preview-escalated = 申请人现在不会收到结果，只会看到申请由负责人决定。
preview-buttons = 消息下方的按钮
conditions = 条件（至少一个）
conditions-help = 申请人会看到改动前后的数字。
condition-deposit = 提高押金（元，现在 { $now }，最多 { $most }）
condition-device = 换成价值更低的设备（现在：{ $now }）
condition-device-choice = { $name }，月租 { $rent }
condition-term = 缩短租期（现在 { $now } 个月）
condition-months = { $term } 个月
condition-same = 不改
returned-by = { $by }退回了您的结论，请看意见：
look-confirm = 复核
look-escalated = 审核员请您决定
look-appeal = 申诉
look-not-you = 您参与过这份申请，或这次没有请您决定，所以只能查看。
look-ways = 您的意见
look-do-confirm = 同意此结论
look-do-return = 退回
look-do-overrule = 另作决定
look-return-note = 请写明要对方再看什么（申请人看不到）
look-overrule-note = 另作决定的理由（必填，申请人看不到）
look-submit = 提交决定
look-text = 申诉内容
look-decided = { $by }的结论
look-why = 需要复核的原因
look-due = 截止时间
look-assigned = 已请
look-mine = 请您处理
look-due-in = { $span }后到期
look-late = 已超时
agenda-confirm = 待复核（{ $count }）
agenda-appeal = 申诉（{ $count }）
problem-worse-than-appealed = 申诉的结果不能比原来的更差
problem-worse-than-appealed-way = 请维持原结果，或者改为更好的结果。
problem-same-person = 您参与过这份申请
problem-same-person-way = 请由另一位同事决定。
problem-note-needed = 还没有写理由
problem-note-needed-way = 请写明理由，只有同事能看到。
problem-conditions-unfit = 条件不合适
problem-conditions-unfit-way = 押金要高于现在、不超过设备价值；设备要更便宜；租期要更短。

verdict-given = 结论已提交
verdict-by = { $by }，{ $at }
verdict-sent = 结果已发到申请人的聊天里。
verdict-confirming = 需要另一位审核员复核，之后结果才会发给申请人。
next-case = 下一个：{ $case }，{ $at }
no-next-case = 暂时没有下一份申请。

## 申请人的设备检测

rehearsal-never = 申请人还没有做过设备检测。
rehearsal-last = 设备检测
rehearsal-last-at = 检测时间：{ $at }，数值由申请人的浏览器测得
rehearsal-part-ok = { $part }：正常
rehearsal-part-poor = { $part }：未达标
## 录制

recording-on = 正在录制
recordings = 录像
recording-play = 播放
recording-running = 正在录制
recording-finishing = 正在整理，稍候可播放
recording-gone = 已删除
recording-noted = 每次播放都会记录在案。
recorder-late = 网络较慢，录像暂存在本页，正在补传。请先不要关闭页面。
recorder-failed = 录制已停止，之前的内容已保存。通话不受影响。
recorder-refused = 申请人撤回了同意，已停止录制。
recorder-again = 重新录制

# 盲审
decide-door-title = 登录审核台
agenda-blind = 盲审（{ $count }）
blind-since = { $day }起
blind-title = 盲审
blind-means = 这份申请已有结果。请不看原结论，只凭材料判断；提交之后才会显示原结论。
blind-device = { $device }，{ $months } 个月
blind-outcome = 您会怎样决定？
blind-note = 备注（仅内部可见）
blind-submit = 提交我的判断
blind-agrees = 与原结论一致
blind-differs = 与原结论不一致
blind-decided = { $case } 的原结论：{ $outcome }
blind-stays = 您的判断已记录。申请人的结果不会改变。
blind-raise-note = 为什么应当再看一次？（仅内部可见）
blind-raise = 提请管理员看一下
blind-raised = 已提请管理员。
