# 沙盒的时钟：快进到哪里
clock-my-call = 我的视频审核（{ $code }）
clock-agenda = 审核员收到当天日程（{ $code }）
clock-reminder-day = 提前一天的提醒（{ $code }）
clock-reminder-hour = 提前一小时的提醒（{ $code }）
clock-reminder-ten = 提前十分钟的提醒和链接（{ $code }）
clock-start = 审核开始（{ $code }）
clock-nudge = 申请人未到时的催促（{ $code }）
clock-replaced = 申请人在等而审核员未到时换人（{ $code }）
clock-draft-nudge = 提醒继续填写草稿（{ $code }）
clock-turn-over = 排队叫号的等候结束（{ $code }）
clock-hold-over = 保留的时间重新开放（{ $code }）
clock-missed = 视为未到（{ $code }）
clock-lapse = 申请逾期关闭（{ $code }）
clock-invite-due = 管理员邀请的时限到了（{ $code }）
clock-again = 可以重新申请（{ $code }）
clock-remind-decision = 提醒审核员做出决定（{ $code }）
clock-decision-due = 答复到期（{ $code }）
