# 工作时间：/hours、/holiday，以及通知审核员的变动。

## 显示排班

hours-of = <b>{ $name }</b>（{ $zone }）
hours-line = { $days }：{ $windows }
hours-none = 还没有排班
hours-limit-line = 每天最多 { $limit }
hours-nobody = 团队里还没有审核员。先用 /staff 添加。
hours-form = 也可以直接输入，例如：<code>{ $example }</code>
hours-whose = 这是谁的时间？请先写名字，例如：<code>陈晨 12 月 24 日 休息</code>。全团队放假请写：<code>/holiday 12 月 24 日 休息</code>
hours-off = 休息
hours-every-day = 每天
hours-days-range = { $first }至{ $last }
hours-window = { $from }–{ $to }
hours-window-over = { $from }–次日 { $to }
hours-shift = { $day } { $window }
hours-no-limit = 不限
hours-limit-count = { $count } 场
hours-zone = 时区
hours-limit = 每天最多
hours-more = 还有 { $count } 条，发送 /hours 查看

## 一周的图

hours-do-picture = 看图
hours-picture-coming = 图片马上发来。
hours-picture-title = { $name }：本周和下周
hours-picture-zone = { $name }（{ $zone }）
hours-picture-shift = 班次
hours-picture-booked = 已预约
hours-picture-away = 请假
hours-picture-absent = 请假，不排班
hours-picture-part = { $hours }，其中 { $away } 请假
hours-picture-own = 有调整
hours-picture-own-off = 请假休息
hours-picture-line = { $hours } · 已约 { $count } 场
hours-picture-because = { $hours }（{ $name }）

## 用按钮设置

hours-pick-days =
    <b>{ $name }：设置哪几天？</b>
    下一步选时段，其他日子不变。
hours-pick-times =
    <b>{ $name }，{ $days }：选哪个时段？</b>
    按{ $zone }的时间。
    其他时段可以输入：<code>/hours { $name } { $example } 8:30-12:00 13:00-17:30</code>
hours-pick-off =
    <b>{ $name }：哪天休息？</b>
    点一下设为休息，再点一下恢复照常。
hours-pick-limit =
    <b>{ $name }：每天最多几场审核？</b>
    现在：{ $limit }
hours-do-days = 设置班次
hours-do-off = 设置休息日
hours-do-limit = 每日上限
hours-do-undo = 撤销
hours-do-week = 查看排班
hours-do-all = 全部成员
hours-date-off = ✕ { $date }
hours-date-on = { $date }

## 修改之后

hours-set = ✓ <b>{ $name }</b> 的排班已更新（{ $zone }）
hours-same = <b>{ $name }</b> 的排班本来就是这样，没有变动。
hours-change = { $what }：{ $before } → { $after }
hours-undone = ✓ <b>{ $name }</b> 的排班已恢复原样
hours-undo-late = 已经撤销过，或之后又有修改，这次没有变动。
hours-outside = ⏰ 有 { $count } 场已约好的审核在工作时间之外，会一直保留，直到有人改期或取消：
hours-outside-line = { $time } · { $code } · { $reviewer }
hours-toast-off = { $date }：休息
hours-toast-on = { $date }：照常

## 全团队的节假日

desk-days = <b>节假日和调休上班日</b>
desk-days-none = 还没有设置。
desk-days-form =
    例如：<code>{ $example }</code>
    周末调休上班：<code>/holiday 10 月 10 日 上班 周一</code>
    恢复照常：<code>/holiday 12 月 25 日 照常</code>
desk-days-set = ✓ <b>团队日历已更新</b>
desk-days-loaded = ✓ <b>已载入 { $year } 年的节假日</b>：放假 { $off } 天，调休上班 { $works } 天
desk-days-same = 团队日历本来就是这样，没有变动。
desk-days-undone = ✓ <b>团队日历已恢复原样</b>
desk-days-load = 载入 { $year } 年
desk-days-all = 全部日子
desk-day-off = { $date }：{ $name }，休息
desk-day-works = { $date }：{ $name }，按{ $weekday }上班
desk-day-usual = { $date }：照常

## 通知审核员

hours-changed = <b>您的排班有变动</b>（{ $zone }）
desk-days-changed = <b>团队的节假日有变动</b>
hours-changed-after = 已约好的审核不受影响，发送 /agenda 可以查看。

## 输入有误

refused-hours-form =
    没有看懂“{ $text }”。
    请这样写：<code>/hours 我 周一至周五 9:00-12:00 13:00-18:00</code>
    某一天：<code>/hours 我 12 月 24 日 休息</code>
refused-hours-overlap =
    有两个时段重叠：“{ $text }”。
    请让时段互不重叠，例如：<code>周一至周五 9:00-12:00 13:00-18:00</code>
    过了午夜的班到第二天结束：<code>22:00-6:00</code>
refused-hours-overlap-days =
    这两个班次重叠：{ $text }。
    请让前一个先结束，后一个再开始。过了午夜的班次到第二天结束。
refused-hours-too-short = “{ $text }”放不下一场审核，一场需要 { $minutes } 分钟。请把时段设长一些，例如：<code>9:00-12:00</code>
refused-hours-year-over = { $text } 年的节假日都已经过去，没有可以载入的。单独设置：<code>/holiday 2027 年 10 月 1 日 休息</code>
refused-hours-overnight =
    “{ $text }”会一直排到第二天，超过 14 小时。
    如果到下午结束，请写：<code>9:00-17:00</code>
    过午夜的班最长 14 小时：<code>22:00-6:00</code>
refused-hours-date =
    没有这个日期：“{ $text }”。
    请这样写：<code>12 月 24 日</code>；连续几天：<code>12 月 24 日至 26 日</code>
refused-hours-past = “{ $text }”已经过去了。请选今天或以后的日期；如果是指别的年份，请写上年份：<code>2027 年 1 月 4 日</code>
refused-hours-far = “{ $text }”在两年以后。请核对年份，例如：<code>2026 年 12 月 24 日</code>
refused-hours-too-many-dates = “{ $text }”超过 62 天。更长的时间请按星期设置：<code>周一至周五 休息</code>
refused-hours-too-many-windows = “{ $text }”一天超过六个时段。请控制在六个以内，例如：<code>9:00-12:00 13:00-18:00</code>
refused-hours-zone = 没有“{ $text }”这个时区。请这样写：<code>时区 Asia/Shanghai</code> 或 <code>时区 Europe/Berlin</code>
refused-hours-limit = “{ $text }”不能作为每日上限。请写 1 到 99，例如：<code>上限 12</code>；不限请写 <code>上限 不限</code>
refused-hours-year = 这个版本还没有 { $text } 年的节假日安排。请手动设置：<code>/holiday 2027 年 10 月 1 日 休息</code>
refused-hours-days =
    没有看懂“{ $text }”。
    请这样写：<code>/holiday 12 月 25 日 休息</code>，或 <code>/holiday 载入 2026</code>
