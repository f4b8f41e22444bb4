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

## 手动邀请、指定审核员、下一件事

command-invite = 邀请申请人预约
    .example = /invite M-7K3QXD
command-assign = 把审核交给指定的审核员
    .example =
        /assign M-7K3QXD
        /assign M-7K3QXD 陈晨
command-next = 下一件要做的事
command-case = 查看一份申请
    .example = /case M-7K3QXD
unattended =
    <b>{ $time } 的审核没有人到场</b>（{ $code }）
    审核员和申请人都没有进入。已向申请人致歉，不计入次数。
reviewer-missed =
    <b>审核员 { $name } 没有到场</b>（{ $code }，{ $time }）
    申请人等过了，暂时没有别的审核员。已向申请人致歉，不计入次数。
reviewer-missed-handed =
    <b>审核员 { $name } 没有到场</b>（{ $code }，{ $time }）
    申请人在等，已由其他审核员接手。
staff-changed = <b>管理员更改了您的设置</b>
staff-changed-weight = 您的分配份额现在是 { $weight } 倍。
staff-changed-languages = 您会说的语言记为：{ $languages }。
staff-changed-any-language = 不再记录您会说的语言。
staff-changed-away = 已为您请假：{ $from } 至 { $until }，这段时间不会有人约到您。
staff-changed-back = 您的请假已结束，可以重新被预约。
to-invite =
    <b>{ $code } 已提交，等待邀请</b>
    请查看后邀请，时限：{ $time }
to-invite-late =
    <b>⏰ { $code } 还在等待邀请</b>
    时限 { $time } 已过。请邀请，或打开申请后选择不受理。
do-invite = 邀请
toast-invited = ✓ 已邀请
invited = ✓ 已邀请 { $code }，申请人收到了可选的时间。
give-whom =
    <b>{ $code } 交给谁？</b>
    { $time }，现在由{ $present }负责。这时有空、可以接手的：
give-nobody =
    <b>没有其他人可以接手 { $code }</b>
    { $time }，现在由{ $present }负责。这时没有其他合适的审核员有空，见 /hours。
give-not = { $name } 不能接手 { $code }：{ $time } 没有空，或者之前参与过。可以接手的人：<code>/assign { $code }</code>
give-ask =
    <b>把 { $code } 交给{ $name }？</b>
    { $time }，原来由{ $present }负责。
    申请人的时间和链接不变，卡片上会换成新的审核员。两位审核员都会收到通知。
do-give = 确认交接
toast-given = ✓ 已交接
given = ✓ { $code } 现在由{ $name }负责。已通知{ $before }和{ $name }，申请人的卡片也更新了。
refused-reviewer-busy = 这位审核员那时已经没有空了，请另选一位。
next-verdict = <b>您有一份结论还没有给出</b>
next-decision = <b>有一份申请等您决定</b>
next-call = <b>您的下一场审核</b>
next-nothing = 现在没有需要您处理的，七天内也没有预约。
next-at = 预约：{ $time }
do-open-console = 打开

## 别人已经先处理了

staff-stale = { $code } 已有变化，现在是“{ $state }”。上一步：{ $by }，{ $time }

## 暂停与恢复

command-pause = 暂停接受预约
    .example =
        /pause
        /pause 系统维护，下午恢复
command-resume = 恢复接受预约
pause-ask =
    <b>暂停接受预约？</b>
    会通知 { $applicants } 位已受邀的申请人和 { $staff } 位同事。已约好的审核不变。/resume 可以恢复。
pause-note = “{ $note }”
pause-long = 请写在 { $most } 个字以内。
pause-already = 已经暂停了：{ $by }，{ $time }。发送 /resume 可以恢复。
paused = ✓ 已暂停接受预约，已通知 { $applicants } 位申请人和 { $staff } 位同事。/resume 可以恢复。
resume-not = 现在没有暂停，没有任何变化。
resumed = ✓ 已恢复接受预约，已通知 { $applicants } 位申请人和 { $staff } 位同事。
bookings-paused =
    <b>现在暂停接受预约</b>
    您的申请保持不变。可以选时间时，我们会马上在这里告诉您。
bookings-resumed =
    <b>又可以选时间了</b>
    时间在您申请的卡片上。
desk-paused = <b>{ $by }暂停了接受预约</b>
desk-resumed = <b>已恢复接受预约</b>
card-paused =
    <b>暂时没有可选的时间</b>（{ $code }）
    现在暂停接受预约。可以选时间时，我们会马上在这里告诉您。
pick-paused =
    <b>现在暂停接受预约</b>
    可以选时间时，我们会马上在这里告诉您。
refused-paused = 现在暂停接受预约。可以选时间时，我们会马上在这里告诉您。
refused-paused-note = 现在暂停接受预约：“{ $note }”。可以选时间时，我们会马上在这里告诉您。

## 导出

command-export = 把申请和结论导出成表格
    .example =
        /export
        /export 30
export-form = 没有看懂“{ $said }”。导出近 30 天的申请：<code>{ $example }</code>；导出全部：<code>/export</code>
export-asked = 正在导出全部申请，做好会自动发来，口令另发一条消息。
export-asked-days = 正在导出近 { $days } 天开始的申请，做好会自动发来，口令另发一条消息。
export-progress = 导出：已读取 { $rows } 行
export-file =
    <b>申请和结论</b>，共 { $rows } 行
    文件已用 age 加密，口令随后发来。谁导出的已记入审计记录。
export-passphrase =
    <b>导出文件的口令</b>
    <code>{ $passphrase }</code>
    请与文件分开保存。打开方法：<code>age -d -o export.zip 文件</code>
export-failed = 导出没有成功。请再发一次 /export；如果还不行，请告诉负责运行的人。
