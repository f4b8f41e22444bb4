# 汉字与字母、数字之间空一格；标点用全角，标点旁不空格；日期和时间（11月24日 周二 09:20）由 texts/format.ts 写成一个整体。
# 每条消息最多四行，只说一件要做的事。

## 按钮（最多 8 个汉字）

button-continue = 继续填写
button-apply-again = 重新申请
button-now = 现在开始
button-queue-now = 排队等候
button-leave-line = 不排了
button-want-earlier = 有更早时间告诉我
button-want-any = 有时间时告诉我
button-want-nothing = 不用再告诉我
button-more-days = 更多日期
button-look-again = 再看一次
button-zone = 换时区
button-move = 改时间
button-come = 我会到场
button-cancel = 取消预约
button-join = 进入视频审核
button-back-to-call = 回到通话
button-choose-time = 选时间
button-conditions = 查看条件
button-rental = 继续租赁
button-book-again = 重新预约
button-device-yes = 是我，换设备
button-device-no = 不是我
button-browser-yes = 是我，允许登录
button-browser-no = 不是我
button-review = 进入审核
button-case = 查看申请
button-queue = 待处理列表

## 申请卡片

card-device = { $device }，租期 { $months } 个月

card-draft =
    <b>申请还没有提交</b>（{ $code }）
    您填过的内容都已保存，可以接着填写。

card-submitted =
    <b>申请已提交</b>（{ $code }）
    我们正在安排视频审核，可以预约时会在这里告诉您。

card-invited = <b>请选择视频审核的时间</b>（{ $code }）
card-again =
    <b>请再约一次视频审核</b>（{ $code }）
    只做还需要做的环节。
offer-times = 点一个时间，就约好了。
offer-now = 审核员现在有空，可以马上开始，也可以另选时间。
offer-now-only = 审核员现在有空，可以马上开始。
offer-wait = 可以排队等现在的空位，大约 { $minutes } 分钟，也可以另选时间。
offer-wait-only = 可以排队等现在的空位，大约需要 { $minutes } 分钟。
offer-none = 目前没有可以预约的时间，请过一会儿再看一次。
offer-zone = 按钮上的时间是{ $zone }。
offer-zone-unknown = 时间都是{ $zone }。如果您在别的时区，请点“换时区”。

card-hold = <b>工作人员正在查看您的申请</b>（{ $code }）
card-blocked = <b>您的申请</b>（{ $code }）
hold-next = 有了结果会发到这里，现在不需要您做什么。

card-line = <b>正在为您排队</b>（{ $code }）
line-place = 您排在第 { $place } 位。现在没有审核员能接，位置会为您保留，也可以另选时间。
line-place-soon = 您排在第 { $place } 位，马上就轮到您。
line-place-wait = 您排在第 { $place } 位，大约还要 { $minutes } 分钟。
line-how = 可以锁屏。轮到时会发消息给您，请在两分钟内进入。

earlier-free =
    <b>有更早的时间空出来了</b>
    { $time }，点一下就改到这个时间，先点先得。
earlier-free-now = 在那之前，您原来的时间一直保留：{ $time }
time-free =
    <b>有时间空出来了</b>
    { $time }，点一下就约好，先点先得。
your-turn =
    <b>轮到您了</b>
    审核员已经准备好。请在 { $until } 前进入，过后会请下一位。
turn-kept =
    <b>刚才轮到您，您没有进入</b>（{ $code }）
    没关系，您的位置会再保留一轮。
turn-lost =
    <b>已经两次轮到您，排队先到这里</b>（{ $code }）
    这不计入您的审核次数。方便时请另选时间，或者重新排队。

card-booked = <b>视频审核已约好</b>（{ $code }）
booked-at = 时间：{ $time }
booked-with = 时间：{ $time }，审核员：{ $reviewer }
prepare-short = 请备好证件原件，选一处安静、光线好、背景整洁的地方，如实回答就好。
booked-later = 开始前，我们会把通话链接发给您。
booked-language = 这位审核员说{ $language }，会说您的语言的审核员那时没有空。
booked-open = 通话已开放，点下面的按钮就能进入。

card-reviewing = <b>视频审核进行中</b>（{ $code }）
reviewing-open = 如果通话断开，点下面的按钮就能回去。
reviewing-next = 审核员正在整理结果，很快会发到这里。
reviewing-due = 审核员正在整理结果，最晚 { $time } 发到这里。

card-confirming =
    <b>视频审核已完成</b>（{ $code }）
    另一位同事正在确认结果，确认后会发到这里。

card-conditional = <b>有条件通过，请在 { $time } 前选择</b>（{ $code }）

card-approved = <b>✓ 视频审核已通过</b>（{ $code }）
approved-next = 请回到租赁平台，完成签约和收货。
approved-next-link = 点下面的按钮，继续签约和收货。

card-rejected = <b>申请没有通过</b>（{ $code }）
rejected-more = 其余 { $count } 条原因和建议，写在审核结果的消息里。
rejected-unexplained = 如果想了解原因，请联系租赁平台的客服。

card-appealed =
    <b>已收到您的申诉</b>（{ $code }）
    没有参与过这次审核的同事会重新查看，结果会发到这里。

card-withdrawn =
    <b>申请已撤回</b>（{ $code }）
    如果还想租用，您随时可以重新申请。

lapses-soon-invited =
    <b>您的申请快要过期了</b>（{ $code }）
    请在 { $time } 前选好视频审核的时间，过后申请会自动关闭。
lapses-soon-conditional =
    <b>您的申请快要过期了</b>（{ $code }）
    请在 { $time } 前答复附加条件，过后申请会自动关闭。
lapsed-draft =
    <b>您的申请已过期</b>（{ $code }）
    因为一直没有提交，申请已经关闭，填过的内容也已删除。需要时可以重新开始。
lapsed-invited =
    <b>您的申请已过期</b>（{ $code }）
    因为一直没有选时间做视频审核，申请已经关闭。需要时可以重新申请。
lapsed-conditional =
    <b>您的申请已过期</b>（{ $code }）
    因为一直没有答复附加条件，申请已经关闭。需要时可以重新申请。

card-lapsed =
    <b>申请已过期</b>（{ $code }）
    因为很久没有继续办理，申请已自动关闭。
    如果还想租用，您随时可以重新申请。

## 什么时候可以再申请

again-now = 您现在可以重新申请了。
again-from = 最早可以重新申请的时间：{ $time }
again-never = 我们无法再受理新的申请。如果还有疑问，请联系租赁平台的客服。
again-never-appeal = 我们无法再受理新的申请。如果您认为结果有误，可以在 { $time } 前申诉一次。

## 审核结果

verdict-approved =
    <b>✓ 视频审核已通过</b>（{ $code }）
    感谢您的配合。
verdict-retry =
    <b>视频审核还没有完成</b>（{ $code }）
    有些环节需要补做，原因如下。
verdict-retry-held =
    <b>视频审核还没有得出结果</b>（{ $code }）
    这次有些环节没能完成，原因如下。
verdict-rejected =
    <b>视频审核没有通过</b>（{ $code }）
    很抱歉，这次不能为您办理租赁，原因如下。
verdict-rejected-unreviewed =
    <b>申请没有通过</b>（{ $code }）
    很抱歉，这次不能为您办理租赁，原因如下。
verdict-rejected-for-good-unreviewed =
    <b>申请没有通过</b>（{ $code }）
    很抱歉，我们不能为您办理租赁，原因如下。
verdict-rejected-for-good =
    <b>视频审核没有通过</b>（{ $code }）
    很抱歉，我们不能为您办理租赁，原因如下。
verdict-conditional =
    <b>视频审核有条件通过</b>（{ $code }）
    满足下面的条件，就可以继续租赁。
verdict-advice = 建议：{ $advice }
verdict-retry-next = 请再约一个时间，只做还需要做的环节。

## 通话

starts-at = 开始时间：{ $time }
was-at = 原定时间：{ $time }

call-how = 点下面的按钮进入，并允许使用摄像头和麦克风。
call-private = 链接只供您本人使用，请不要转发。

reminder-day = <b>⏰ 提醒：您约好了视频审核</b>
reminder-hour = <b>⏰ 视频审核将在一小时内开始</b>
reminder-ten = <b>⏰ 视频审核马上开始</b>
reminder-come = 请告诉我们您能不能来。
reminder-change = 如果时间不方便，可以用下面的按钮调整。

reviewer-here =
    <b>审核员已经到了，正在等您</b>
    点下面的按钮就能加入。

nudge = <b>视频审核的时间到了</b>
nudge-next = 您的预约还保留着，请尽快点下面的按钮进入。

missed-applicant =
    <b>您错过了这次视频审核</b>（{ $code }）
    约定的时间里，我们没有等到您。
missed-us =
    <b>很抱歉，这次视频审核没有进行</b>（{ $code }）
    审核员没有按时到场，责任在我们，不计入您的次数。
missed-us-away =
    <b>很抱歉，您的视频审核需要取消</b>（{ $code }）
    审核员不能到场，那个时间也没有别的同事有空。这次不计入您的次数。
missed-technical =
    <b>很抱歉，这次视频审核没有进行</b>（{ $code }）
    通话没有接通，不计入您的次数。
missed-held = { $time } 已为您保留到 { $until }。
missed-no-verdict =
    <b>很抱歉，这次审核没有结果</b>（{ $code }）
    审核员没有按时给出结论，责任在我们，不计入您的次数。
missed-last = 因为已经不止一次，工作人员会先查看您的申请。
missed-counts = 错过会计入次数；次数多了，要由工作人员决定。
missed-pick = 申请仍然有效，请另选一个时间（{ $zone }）。
missed-next = 您的申请仍然有效，请另选一个时间。

reviewer-changed =
    <b>另一位审核员会接着为您审核</b>
    马上就到。如果您已离开通话，请点下面的按钮重新进入。
running-over =
    <b>审核员还在进行上一场通话</b>
    结束后马上轮到您。请留在通话里，或者稍后点下面的按钮回来。

other-device =
    <b>有另一台设备想进入您的视频审核</b>
    如果是您本人，确认后就换到那台设备上继续。
    如果不是您，请选“不是我”，那台设备进不来。

## 日历文件

calendar-booked = <b>可以加到手机日历</b>（{ $code }）
    .how = 打开上面的文件即可添加，到时日历也会提醒您。
calendar-moved = <b>请更新手机日历里的时间</b>（{ $code }）
    .how = 打开上面的文件即可更新；如果旧的日程还在，请手动删除。
calendar-cancelled = <b>这次视频审核已取消</b>（{ $code }）
    .how = 如果加过日历，请打开上面的文件移除，或者手动删除。

other-browser =
    <b>有另一个浏览器想打开您的审核台</b>（{ $code }）
    它用的是您的审核链接：{ $browser }。
    如果是您本人，请选“是我”，那边会自动登录。
    如果不是您，请选“不是我”，并告诉管理员链接已经外传。
other-browser-unknown = 未知浏览器

## 审核员和管理员

review-booked = <b>新的视频审核</b>（{ $code }）
review-moved = <b>视频审核改了时间</b>（{ $code }）
review-now =
    <b>申请人想现在开始</b>（{ $code }）
    请马上进入审核。
review-device = 设备：{ $device }
review-gone-cancelled =
    <b>视频审核已取消</b>（{ $code }）
    这个时间已经空出来。
review-gone-moved =
    <b>视频审核已改到别的时间</b>（{ $code }）
    由另一位审核员负责，原来的时间已经空出来。
review-gone-missed =
    <b>申请人没有到场</b>（{ $code }）
    这次预约已经结束。
review-gone-reassigned =
    <b>视频审核已转给同事</b>（{ $code }）
    您不需要做什么。
review-gone-absent =
    <b>您没有到场</b>（{ $code }）
    申请人已另作安排，您已被设为离线。回来后请发送 /online。
review-handed = <b>请您接手这场视频审核</b>（{ $code }）
review-reminder = <b>⏰ 视频审核马上开始</b>（{ $code }）
review-confirmed = ✓ 申请人已确认会到场。
day-agenda = <b>{ $day }，您的审核：{ $count } 场</b>（{ $zone }）
day-line = { $time } · { $code } · { $device }
day-line-confirmed = { $time } · { $code } · { $device } · ✓ 已确认
day-more = 还有 { $count } 场，发送 /agenda 查看
day-open = { $time } { $code }
applicant-waiting = <b>申请人到了，正在等您</b>（{ $code }）

on-hold =
    <b>有一份申请要由您决定</b>（{ $code }）
    { $reason }

staff-added-reviewer =
    <b>您已加入审核团队：审核员</b>
    /online 开始接受审核，/offline 停止接受
    /agenda 查看安排
    /help 查看全部命令
staff-added-admin =
    <b>您已加入审核团队：管理员</b>
    /queue 待处理的申请，/case 查看一份申请
    /hours 排班，/staff 成员
    /help 查看全部命令
staff-added-both =
    <b>您已加入审核团队：审核员和管理员</b>
    /online 开始接受审核，/agenda 查看安排
    /queue 待处理的申请，/hours 排班，/staff 成员
    /help 查看全部命令
staff-removed =
    <b>您已不在审核团队中</b>
    您的工作权限已经停用。如果有疑问，请联系管理员。

## A draft that waits

draft-waits =
    <b>您的申请还没填完</b>
    { $left ->
        [0] 题目都答完了，只差最后几步就能提交。
       *[other] 还剩 { $left } 题，之前填的都还在。
    }
    { $until }之前都可以接着填。

## 名称

state-draft = 填写中
    .staff = 填写中
state-submitted = 已提交
    .staff = 已提交，待邀请
state-invited = 待预约
    .staff = 已邀请，待预约
state-booked = 已预约
    .staff = 已预约
state-reviewing = 审核中
    .staff = 审核中
state-confirming = 复核中
    .staff = 待第二位审核员复核
state-conditional = 有条件通过
    .staff = 有条件通过，待申请人确认
state-rejected = 未通过
    .staff = 未通过
state-appealed = 申诉中
    .staff = 申诉中，待另一位审核员处理
state-approved = 已通过
    .staff = 已通过
state-withdrawn = 已撤回
    .staff = 申请人已撤回
state-lapsed = 已过期
    .staff = 已过期

outcome-approved = 通过
outcome-retry = 需要补做
outcome-rejected = 不通过，可再申请
outcome-rejected-for-good = 不通过，不再受理
outcome-conditional = 有条件通过
outcome-escalated = 请管理员决定

hold-attempts-used-up = 视频审核已经做过几次，还没有得出结果。
    .staff = 审核次数已用完，仍没有结果。
hold-missed-too-often = 约好的视频审核有几次没能进行。
    .staff = 申请人多次没有到场。
hold-earlier-rejection = 这份申请需要由工作人员看一看再安排时间。
    .staff = 同一证件号有过未通过的申请，需要决定能否预约。
hold-blocked = 这份申请暂停办理。
    .staff = 申请人已被屏蔽。
hold-escalated = 您的申请要由负责人来决定。
    .staff = 审核员请您决定。
hold-nobody-eligible = 正在为您安排没有参与过的审核员。
    .staff = 团队里没有可以接手这份申请的审核员。
hold-nobody-to-confirm = 审核已经做完，正在安排另一位同事确认结果。
    .staff = 没有其他审核员可以复核这份结论。
hold-nobody-for-appeal = 正在安排一位没有参与过的同事处理您的申诉。
    .staff = 没有未参与过的审核员可以处理这份申诉。
hold-other = 这份申请需要由工作人员决定下一步。
    .staff = 需要由工作人员决定下一步。

flag-rejected-for-good = 同一证件号，曾经不通过且不再受理
flag-rejected-waiting = 同一证件号，曾经不通过，等待期未满
flag-running-elsewhere = 同一证件号，另一个账号正在申请
flag-same-number = 同一证件号，另一个账号申请过
flag-same-photo = 证件照片完全相同
flag-alike-photo = 证件照片很相似
flag-alike-sides = 证件两面的照片很相似
flag-same-phone = 手机号相同
flag-same-address = 收货地址相同（家人、室友也会这样）

field-device = 设备
field-term = 租期
field-name = 姓名
field-document = 证件
field-documentNumber = 证件号码
field-birthDate = 出生日期
field-documentExpiry = 证件有效期
field-phone = 手机号
field-province = 省份
field-city = 城市
field-district = 区县
field-address = 收货地址
field-occupation = 职业
field-purpose = 租赁用途
field-deviceUser = 使用人
field-deviceUserWho = 使用人说明
field-usePlan = 使用计划
field-otherRentals = 其他租赁
field-otherRentalsWhich = 其他租赁说明
field-cardPhoto = 证件人像面
field-cardPhotoBack = 证件另一面
field-note = 补充说明

consent-data = 资料处理
consent-face = 人脸比对
consent-recording = 视频录制

file-card-front = 证件人像面照片
file-card-back = 证件另一面照片
file-capture-card-front = 通话截图：证件人像面
file-capture-card-back = 通话截图：证件另一面
file-capture-face = 通话截图：人像
file-capture-room = 通话截图：现场环境
