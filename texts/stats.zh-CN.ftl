# 审核台的统计：/stats 和它的图。

command-stats = 审核台的统计
    .example =
        /stats
        /stats 今天
        /stats 近 30 天
do-stats-picture = 看图
stats-picture-coming = 正在画图，画好会自动发来。
stats-form = 没有看懂“{ $said }”。可以看今天、近 7 天或近 30 天，例如：<code>{ $example }</code>
stats-today = 今天
    .button = 今天
stats-week = 近 7 天
    .button = 近 7 天
stats-month = 近 30 天
    .button = 近 30 天
stats =
    <b>{ $period }</b>
    { $dates }（{ $zone }）
stats-dates = { $first }至{ $last }
stats-funnel = <b>申请</b>：开始 { $draft }，提交 { $submitted }，预约 { $booked }，审核 { $reviewing }，有结论 { $decided }，通过 { $approved }
stats-gone = 撤回 { $withdrawn }，过期 { $lapsed }
stats-calls = <b>已结束的预约</b>
stats-attended = 如期进行：{ $count }
stats-cancelled-by-applicant = 申请人取消：{ $count }
stats-cancelled-by-us = 我方取消：{ $count }
stats-missed-by-applicant = 申请人未到：{ $count }
stats-missed-by-reviewer = 审核员未到：{ $count }
stats-technical = 技术原因中断：{ $count }
stats-verdicts = <b>结论</b>：通过 { $approved }，有条件通过 { $conditional }，需要补做 { $retry }，不通过 { $rejected }，不再受理 { $forGood }
stats-seconds = 复核：同意 { $agreed }，改判 { $overruled }
stats-reasons = <b>原因</b>
stats-reason = { $reason }：{ $count }
stats-reasons-more = 其他：{ $count }
stats-waits = <b>等待</b>（一半在此以内；九成在此以内）
stats-wait-call = 从提交到通话：{ $median }；{ $ninth }
stats-wait-start = 从约定时间到双方到齐：{ $median }；{ $ninth }
stats-wait-verdict = 从通话结束到结论：{ $median }；{ $ninth }
stats-minutes = { $count } 分钟
stats-hours = { $count } 小时
stats-days = { $count } 天
stats-reviewers = <b>审核员</b>
stats-reviewer = { $name }：通话 { $calls }，结论 { $verdicts }，其中通过 { $passed }
stats-reviewer-wait = 通话后给出结论：{ $median }；{ $ninth }
stats-reviewer-missed = 未到场 { $count } 次
stats-reviewers-more = 另有 { $count } 人。
stats-by-day =
    <b>逐日</b>
    <blockquote expandable>{ $days }</blockquote>
stats-day = { $date }：提交 { $submitted }，通过 { $passed }，其他结论 { $other }
stats-in-words = 文字版：{ $command }

## 图里的短词

stats-step-draft = 开始
stats-step-submitted = 提交
stats-step-booked = 预约
stats-step-reviewing = 审核
stats-step-decided = 有结论
stats-step-approved = 通过
stats-part-funnel = 申请
stats-part-daily = 逐日
stats-part-calls = 预约
stats-part-reviewers = 审核员通话数
stats-part-submitted = 提交
stats-part-passed = 通过
stats-part-other = 其他结论
stats-ended-attended = 如期进行
stats-ended-cancelled-by-applicant = 申请人取消
stats-ended-cancelled-by-us = 我方取消
stats-ended-missed-by-applicant = 申请人未到
stats-ended-missed-by-reviewer = 审核员未到
stats-ended-technical = 技术原因
stats-nobody = 还没有
