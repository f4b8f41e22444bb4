## 我的资料：看、导出、撤回、删除

command-mydata = 查看、导出或删除我的资料
do-mydata = ‹ 我的资料
do-export = 导出资料
do-consent-off-face = 撤回人脸比对
do-consent-off-recording = 撤回视频录制
do-consent-off-data = 撤回资料处理
do-consent-on-face = 重新同意比对
do-consent-on-recording = 重新同意录制
do-consent-off-yes = 确认撤回
do-delete-photos = 删除照片
do-delete-photos-yes = 确认删除照片
do-erase = 删除全部资料
do-erase-yes = 确认删除全部
do-keep-all = 不删除

mydata =
    <b>您保存在这里的资料</b>
    照片在出结果 { $days } 天后自动删除，其余资料保存到您要求删除为止。
    下面可以导出、撤回同意或删除。
mydata-gone =
    <b>您保存在这里的资料</b>
    您的回答和照片都已删除，只留下申请的时间和结果，下面可以导出。
mydata-none = 这里没有您的资料。开始申请请发送 /apply。
mydata-case = <b>{ $code }</b> { $state }：{ $answers } 项回答，{ $photos } 张照片
mydata-case-until = <b>{ $code }</b> { $state }：{ $answers } 项回答，{ $photos } 张照片（保存到 { $until }）
mydata-case-erased = <b>{ $code }</b> { $state }：资料已删除
mydata-more = 更早的申请在导出的文件里。
mydata-agreed = 已同意：{ $what }
mydata-exported = 您的资料在这个文件里，用浏览器打开就能看。里面有完整的证件号，请不要转发。

consent-off-face =
    <b>要撤回人脸比对的同意吗？</b>
    撤回之后，审核员只用肉眼比对人脸和证件，照常审核，不影响您的申请。
consent-off-recording =
    <b>要撤回视频录制的同意吗？</b>
    撤回之后，视频审核不再录制，照常进行，不影响您的申请。
consent-off-data =
    <b>要撤回资料处理的同意吗？</b>
    没有这项同意，就不能再保存和使用您的资料，所以撤回等于删除全部资料，进行中的申请也会撤回。
photos-off =
    <b>要删除您的照片吗？</b>
    共 { $photos } 张，删除后无法恢复。审核照常，审核员在视频里只看证件原件。
    还没提交的申请会再请您拍一次。
photos-off-none = 现在没有照片。
toast-consent-off = ✓ 已撤回
toast-consent-on = ✓ 已同意
toast-photos-off = ✓ 照片已删除
toast-nothing-changed = 没有需要改变的。

## 导出的网页

export-title = 您的资料
export-made = 由面审导出，时间：{ $time }
export-keeping = 怎么保存
export-keeping-all = 您的回答、照片和工作人员的备注分别用每份申请自己的密钥加密保存。照片在出结果 { $pictures } 天后删除；其余保存到您要求删除为止。
export-keeping-hash = 证件号的散列（不能还原成号码）保存到申请结束后 { $hashes } 天，用来防止重复申请，删除资料之后也一样。
export-keeping-rights = 在聊天里发送 /mydata 可以撤回同意、删除照片，发送 /delete 可以删除全部。工作人员的内部备注不在这个文件里。
export-account = 聊天账号
export-account-id = 账号编号
export-account-language = 语言
export-account-language-own = 简体中文
export-account-zone = 时区
export-account-zone-unknown = 还不知道
export-account-since = 第一次使用
export-case = 申请 { $code }
export-case-erased = 这份申请的资料已经按您的要求删除。
export-case-state = 状态
export-case-begun = 开始
export-case-submitted = 提交
export-case-decided = 出结果
export-answers = 您的回答
export-photos = 照片
export-photo-taken = { $what }，{ $time }
export-recordings = 视频审核录像
export-recording-length = 时长 { $seconds } 秒
export-recording-kept = 与照片同期保存。{ $length }
export-recording-gone = 已删除。{ $length }
export-photo-until = 保存到 { $time }
export-consents = 同意
export-consent-given = 已同意，{ $time }，第 { $version } 版
export-consent-declined = 未同意，{ $time }，第 { $version } 版
export-consent-withdrawn = 已撤回，{ $time }
export-bookings = 预约
export-booking-active = 有效
export-booking-attended = 已进行
export-booking-cancelled-by-applicant = 您已取消
export-booking-cancelled-by-us = 我们已取消
export-booking-missed-by-applicant = 您没有到场
export-booking-missed-by-reviewer = 审核员没有到场
export-booking-technical = 因技术原因没有完成
export-verdicts = 结果
export-rehearsals = 设备检测记录
export-rehearsal-ok = { $measured ->
    [none] ✓ { $part }
   *[other] ✓ { $part }（{ $measured }）
}
export-rehearsal-poor = { $measured ->
    [none] 需要改进：{ $part }
   *[other] 需要改进：{ $part }（{ $measured }）
}
export-faces = 人脸与证件的软件比对
export-faces-means = 依据您在 { $time } 给出的同意（第 { $version } 版）进行。结果只供参考，由审核员判断。撤回同意后，这些数据会一并删除。
export-face-by = { $model }，{ $version }
export-nothing = 没有
