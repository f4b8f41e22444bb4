# 管理员在 /policy 里看到的规则。每一项的名字来自 core/policy.ts。

## 规则

policy = <b>审核规则</b>
policy-form = 点开一组查看，或直接发送，例如：<code>{ $example }</code>
policy-line = { $setting }：{ $value }
policy-line-own = { $setting }：<b>{ $value }</b>（已改）
policy-group-times = <b>可约的时间</b>
    .button = 可约的时间
policy-group-call = <b>视频通话</b>
    .button = 视频通话
policy-group-verdict = <b>结论和申诉</b>
    .button = 结论和申诉
policy-group-reviewers = <b>审核员和排队</b>
    .button = 审核员和排队
policy-group-limits = <b>次数和期限</b>
    .button = 次数和期限
policy-group-keeping = <b>资料保存</b>
    .button = 资料保存
policy-setting = <b>{ $setting }</b>：{ $value }
policy-meaning = { $meaning }
policy-bounds = 默认 { $usual }，可设 { $least } 到 { $most }。
policy-how = 要修改，请发送，例如：<code>{ $example }</code>
policy-history = <b>修改记录</b>
policy-history-line = { $time }：{ $before } → { $after }
policy-history-none = 没有改过。
policy-unknown =
    没有“{ $said }”这一项。您是不是要找 <code>/policy { $nearest }</code>？
    发送 /policy 查看全部。
policy-wrong =
    <b>{ $setting }</b>可设 { $least } 到 { $most }。
    例如：<code>{ $example }</code>
policy-order =
    <b>{ $setting }</b>和“{ $other }”（{ $present }）冲突。
    请先改那一项，或换一个数值。
policy-changed =
    ✓ <b>{ $setting }</b>：{ $before } → { $after }
    从现在起生效，已约好和已承诺的不变。
policy-same = <b>{ $setting }</b>本来就是 { $after }，没有改动。
policy-value-seconds = { $count } 秒
policy-value-minutes = { $count } 分钟
policy-value-hours = { $count } 小时
policy-value-days = { $count } 天
policy-value-count = { $count } 次
policy-value-percent = { $count }%
policy-value-switch = { $count ->
    [1] 开
   *[other] 关
}
do-policy-default = 恢复默认
do-policy-all = 全部规则
do-undo = 撤销
toast-policy-set = 已修改
toast-policy-stale = 刚刚有人改过这一项
command-policy = 查看和修改规则
    .example = /policy lead-minutes 30
policy-slot-minutes = 审核时长
    .meaning = 每场审核留多少时间，不含间隔。已约好的不变。
policy-buffer-minutes = 场次间隔
    .meaning = 每场审核后给审核员留出的时间。
policy-retry-slot-minutes = 补审时长
    .meaning = 只补做部分环节的一场审核有多长，不会超过完整的一场。
policy-step-minutes = 时间间距
    .meaning = 从班次开始，每隔多久给一个可约时间。
policy-lead-minutes = 提前量
    .meaning = 至少提前多久才能约。
policy-horizon-days = 可约天数
    .meaning = 最多能约到几天之后。
policy-agenda-at = 日程时间
    .meaning = 当地时间几点把当天的审核发给审核员。
policy-opens-minutes-before = 提前入场
    .meaning = 开始前多久可以进入视频。
policy-patience-minutes = 请申请人稍等
    .meaning = 审核员每次可以请等候的申请人再等多久，一次通话最多两次；这段时间里不换人接手。
policy-nudged-after-minutes = 迟到提醒
    .meaning = 开始后多久还没到，就提醒一次。
policy-missed-after-minutes = 算作错过
    .meaning = 开始后多久还没到，就算错过。
policy-call-lasts-minutes = 通话上限
    .meaning = 通话最长多久，到时自动结束。
policy-absence-seconds = 可离开多久
    .meaning = 离开视频不超过这么久，回来还是同一场；再久就算新的一场通话。
policy-reading-seconds = 看验证码
    .meaning = 去聊天里看验证码时，画面可以多断开这么久。
policy-code-lives-minutes = 验证码有效期
    .meaning = 口述的验证码发出后多久有效。
policy-code-tries = 听写次数
    .meaning = 听到的验证码可以输入几次，以防听错。
policy-codes-per-call = 验证码次数
    .meaning = 一场审核最多发几次验证码。
policy-verdict-lapses-hours = 审核作废
    .meaning = 通话后多久没有结论就作废，请申请人重新约，不计次数。
policy-attempts-that-count = 可试次数
    .meaning = 计入的审核达到几次后，由人工决定。
policy-misses-allowed = 可错过次数
    .meaning = 错过几次后，由人工决定。
policy-draft-lapses-days = 草稿期限
    .meaning = 没提交的申请多久后关闭。
policy-draft-nudged-hours = 草稿提醒
    .meaning = 草稿多久没动就提醒一次，只提醒这一次。
policy-invited-lapses-days = 预约期限
    .meaning = 邀请后多久没约就关闭。
policy-order-valid-days = 订单链接有效期
    .meaning = 订单链接多久内可用。
policy-messages-per-minute = 每分钟消息数
    .meaning = 一个人一分钟最多发多少条，超出后请对方稍等。
policy-presses-per-minute = 每分钟点击数
    .meaning = 一个人一分钟最多点多少次，超出后请对方稍等。
policy-pictures-kept-days = 照片保存期
    .meaning = 有结果后多久删除照片、截图和录像。
policy-calls-recorded = 视频录制
    .meaning = 申请人同意时录制视频审核；不同意就不录。
policy-hashes-kept-days = 查重编码保存期
    .meaning = 申请结束后多久删除查重用的编码。
policy-load-days = 计算负荷
    .meaning = 分配审核员时，计入最近多少天的场次。
policy-replaced-after-minutes = 更换审核员
    .meaning = 开始后多久审核员还没到，就换人。
policy-handed-over-minutes = 下线交接
    .meaning = 审核员下线时，多久内开始的审核交给别人。
policy-held-minutes = 保留时间
    .meaning = 因我们耽误后，为申请人保留新时间多久。
policy-called-minutes = 叫号等候
    .meaning = 排队叫到后，等申请人多久。
policy-turns-kept = 过号保留
    .meaning = 过号后保留几次位置。
policy-quiet-from-minute = 免打扰开始
    .meaning = 按申请人当地时间，从这时起不发可以等的消息。
policy-quiet-until-minute = 免打扰结束
    .meaning = 按申请人当地时间，到这时为止不发可以等的消息。
policy-verdict-due-minutes = 结论时限
    .meaning = 通话后多久没有结论，就提醒审核员，再提醒管理员。
policy-confirmation-due-minutes = 复核时限
    .meaning = 多久没有复核，就提醒复核人，再提醒管理员。
policy-appeal-due-hours = 申诉时限
    .meaning = 向申请人承诺多久内答复申诉。
policy-appeal-possible-days = 可申诉期
    .meaning = 被拒后多久内可以申诉。
policy-conditional-lapses-days = 条件有效期
    .meaning = 有条件通过后，等申请人接受多久。
policy-blind-review-percent = 盲审比例
    .meaning = 已有结果的申请中随机抽多少再盲审一次，不影响申请人的结果。
policy-four-eyes-value-fen = 复核起点
    .meaning = 设备价值达到多少，就由第二位审核员复核。
policy-four-eyes-share-percent = 抽查比例
    .meaning = 其余结论中随机抽多少由第二位审核员复核。
policy-invite-automatically = 自动邀请
    .meaning = 开：提交后马上可以预约。关：由管理员用 /invite 邀请。
policy-invite-due-hours = 邀请时限
    .meaning = 由管理员邀请时，提交后超过这么久算超时。
