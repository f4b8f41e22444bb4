# 审核质量：盲审（已有结果的申请，由没有参与过的人不看结论再审一次）、一致率、用时、原因偏差。

command-quality = 审核质量：一致率、用时、原因偏差
    .example = /quality 30
quality-form = 请写最近多少天（1 到 365），例如：<code>{ $example }</code>

door-blind = 盲审
button-blind = 开始盲审
blind-asked =
    <b>请盲审一份已有结果的申请</b>（{ $device }）
    不看原来的结论，凭材料作出您自己的判断。没有人在等，今天之内看完就好。
blind-raised = <b>盲审与原结论不一致，请看一下</b>（{ $code }）
blind-raised-differ = 原结论：{ $outcome }；{ $by }盲审：{ $blind }
blind-raised-note = 说明：{ $note }

quality = <b>审核质量（最近 { $days } 天）</b>
quality-none = 这段时间还没有结论。
quality-blind = 盲审：抽中 { $drawn } 份，完成 { $done } 份，等待 { $waiting } 份
quality-agreed = 与原结论一致：{ $agreed }/{ $done }（{ $percent }%）
quality-blind-time = 每份盲审用时（中位数）：{ $minutes } 分钟
quality-member = <b>{ $name }</b>：结论 { $verdicts } 份，用时 { $minutes } 分钟
quality-member-untimed = <b>{ $name }</b>：结论 { $verdicts } 份
quality-member-agreed = 盲审一致 { $count }/{ $of }
quality-member-drift = { $family }类原因 { $count }/{ $of }（{ $percent }%），全台 { $deskCount }/{ $deskOf }（{ $deskPercent }%）
quality-disagreements = <b>不一致的申请</b>
quality-disagreement = { $code }：{ $by }判{ $outcome }，盲审为{ $blind }
quality-disagreement-raised = { $code }：{ $by }判{ $outcome }，盲审为{ $blind }（已提请处理）
quality-drift-meaning = 原因偏差：某类原因在本人结论中的比例，与全台比例相差 15 个百分点以上、且本人结论满 10 份时列出。
do-quality = 审核质量
do-quality-picture = 看图
do-quality-days = { $days } 天
toast-quality-picture = 图片马上就到

quality-picture-caption = 审核质量（最近 { $days } 天）
quality-picture-title = 每位审核员的原因，与全台相比
quality-picture-zone = 最近 { $days } 天，全台 { $verdicts } 份结论。格内：次数/结论数；颜色：比全台多或少
quality-picture-row = { $name }（{ $verdicts }）
quality-picture-desk = 全台（{ $verdicts }）
quality-picture-agreement = 盲审一致
quality-picture-none = 还没有结论
quality-picture-more = 比全台多
quality-picture-fewer = 比全台少

family-ID = 证件
family-FACE = 人脸
family-LIVE = 真人
family-ENV = 环境
family-PURPOSE = 用途
family-HISTORY = 历史
family-TECH = 技术
family-ATTEND = 到场
family-PLACE = 地点
