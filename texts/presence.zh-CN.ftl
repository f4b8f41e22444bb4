# 谁在什么时候进入过通话、停留多久、因此如何认定：供员工查看，用于审核台和证据文件。

presence = 到场记录
presence-applicant = 申请人
presence-reviewer = 审核员
presence-together = 双方同时在场
presence-span = { $from } 至 { $until }
presence-span-open = { $from } 至今
presence-length = { $minutes ->
    [0] { $seconds } 秒
   *[other] { $minutes } 分 { $seconds } 秒
}
presence-in-all = 共 { $length }：{ $spans }
presence-never = 没有到场

presence-means-active = 尚未据此认定。
presence-means-held = 尚未据此认定。
presence-means-attended = 认定为审核已进行。
presence-means-cancelled-by-applicant = 申请人已取消，没有据此认定。
presence-means-cancelled-by-us = 我方取消，不计入申请人的次数。
presence-means-missed-by-applicant = 认定为申请人缺席：约定时间开始后只有审核员在场。
presence-means-missed-by-reviewer = 认定为我方责任：约定时间开始后没有审核员在场，不计入申请人的次数。
presence-means-technical = 认定为技术原因，不计入申请人的次数。
