# 日历文件里的文字
calendar-title = 视频审核（{ $code }）
calendar-organizer = 面审
calendar-about =
    通话链接：{ $url }
    链接在开始前 { $minutes } 分钟开放，只供您本人使用，请不要转发。
    改时间、取消或查看进度：{ $chat }

    请准备好证件原件，选一处光线充足、背景整洁、没有旁人的地方，并关闭其他正在使用摄像头的应用。
calendar-title-cancelled = 已取消：视频审核（{ $code }）
calendar-about-cancelled =
    这次审核已取消，届时没有通话。
    查看进度：{ $chat }
