# 证据文件：相关消息，以及其中的报告。

command-evidence = 把一份申请的全部内容做成文件
    .example = /evidence M-7K3QXD
evidence-form = 请附上申请编号，例如：<code>{ $example }</code>
    后面再加 <code>full</code>，文件里的信息不作隐藏，并附内部备注和记录承诺值的密钥。
evidence-asked = 正在制作 { $code } 的证据文件，一分钟左右发到这里，口令会另发一条消息。
evidence-progress = { $code } 的证据文件：{ $step }/{ $steps }，{ $what }
evidence-step-collect = 读取资料
evidence-step-report = 编写报告
evidence-step-pack = 打包并加密
evidence-step-done = 已完成
evidence-file =
    <b>{ $code } 的证据文件</b>
    已用 age 加密，口令在下一条消息里。
evidence-file-full =
    <b>{ $code } 的证据文件（完整版）</b>
    已用 age 加密，口令在下一条消息里。您索取了完整版，这一点已写入记录。
evidence-passphrase =
    <b>{ $code } 证据文件的口令</b>
    <code>{ $passphrase }</code>
    请与文件分开保管。打开方法：<code>age -d -o evidence.zip 文件名</code>
evidence-failed = { $code } 的证据文件没有做成。请再发送一次 /evidence；如果还是不行，请告诉负责运行审核台的同事。

report-title = 证据文件：申请 { $code }
report-made = 制作于 { $time }。以下时间均为{ $zone }。
report-masked = 证件号、出生日期、手机号和地址已隐去一部分，不含内部备注。
report-full = 完整版：信息未作隐藏，含内部备注。
report-erased = 申请人所填的内容已按本人要求删除。
report-none = 无
report-case = 申请
report-state = 状态
report-begun = 开始
report-submitted = 提交
report-decided = 决定
report-order = 订单
report-device = 设备
report-term = 租期
report-months = { $months } 个月
report-answers = 申请人所填内容
report-consents = 授权
report-given = 同意，文本版本 { $version }，{ $time }
report-declined = 不同意，文本版本 { $version }，{ $time }
report-timeline = 经过
report-state-changed = 状态由“{ $from }”变为“{ $to }”
report-reviews = 视频审核
report-review = 审核员 { $reviewer }：{ $status }
report-call = 通话
report-call-times = 打开 { $opened }，双方到齐 { $met }，结束 { $ended }
report-mark = 悄悄标记
report-mark-withdrawn = 悄悄标记（已收回）
report-by = { $what }，{ $reviewer }，{ $time }
report-verdicts = 结论
report-verdict = { $outcome }，{ $status }
report-reviewer = 审核员
report-checker = 复核员
report-reasons = 原因
report-conditions = 条件
report-four-eyes = 需要复核的缘由
report-draw = 抽签数（0 至 9999）
report-note = 内部备注
report-appeal = 申诉
report-photos = 照片和截图
report-faces = 人脸比对
report-face-eye = 肉眼比对
report-face-by = { $by }，{ $time }；文件 { $card } 与 { $face }
report-face-machine = 软件比对，仅供参考
report-face-measured = { $result }；距离 { $figure }；{ $model }，{ $version }；{ $time }；所用图片的散列 { $card } 与 { $face }
report-entry = 对照证件录入
report-entry-result = { $outcome ->
    [matched] 一致
    [number] 号码后六位不一致
    [name] 姓名不一致
    [number-name] 号码后六位和姓名都不一致
   *[open] 没有完成
}；录入 { $tries } 次；{ $time }
report-captures = 通话截图
report-capture = { $by }，{ $time }，{ $width } × { $height }；文件 { $id }
report-capture-replaced = { $by }，{ $time }，{ $width } × { $height }；文件 { $id }；后来重拍过
report-chain = 记录
report-chain-whole = 核对无误：共 { $entries } 条，已签名到第 { $signed } 条。末条哈希值 { $head }
report-chain-broken = 从第 { $entry } 条起对不上：{ $why }
report-proof = 不用本程序也能核对：见 verify.mjs 与审计记录文档。本压缩包每个文件的哈希值列在 manifest.sha256。

report-status-active = 待进行
report-status-held = 暂留
report-status-attended = 已进行
report-status-cancelled-by-applicant = 申请人取消
report-status-cancelled-by-us = 我方取消
report-status-missed-by-applicant = 申请人未到场
report-status-missed-by-reviewer = 审核员未到场
report-status-technical = 技术原因中止
report-status-pending = 待复核
report-status-final = 已生效
report-status-returned = 被退回
report-status-overruled = 被改判
report-deposit = 押金 { $amount }
report-device-instead = 设备换成 { $device }
report-term-instead = 租期 { $months } 个月
