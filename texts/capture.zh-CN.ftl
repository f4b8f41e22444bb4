# 审核台：证件、人像和环境的截图、双重录入、人脸比对

capture-card-front = 证件人像面
capture-card-back = 证件另一面
capture-face = 人像
capture-room = 现场环境
capture-take = 截图：{ $what }
capture-again = 重拍：{ $what }
capture-open = 查看截图：{ $what }
capture-saving = 正在保存…
capture-taken = 已保存，{ $at }
capture-not-now = 接通并看到对方画面后才能截图
capture-size = { $width } × { $height }
captures-taken = 通话截图
capture-by = { $by }，{ $at }
capture-by-earlier = { $by }，{ $at }，不是当前使用的一张
key-capture = 截图（当前这一项）

problem-capture-invalid = 这张截图没有保存
problem-capture-invalid-way = 请再拍一次。
problem-capture-invalid-too-small = 对方的画面太小
problem-capture-invalid-too-small-way = 网络刚恢复时画面会变小。请等几秒，画面清楚后再拍。
problem-no-frame = 没有拿到画面
problem-no-frame-way = 请确认能看到对方，再拍一次。
problem-proof-needed = 这一项还缺截图
problem-proof-needed-way = 请先截图，再选结果；对方无法出示时选“未进行”。

## 对照证件录入

closed-name = 看着证件录入后显示
closed-documentNumber = 看着证件录入后显示
blind-photos = 姓名、证件号和证件照片在您看着证件录入之后显示。
entry-title = 对照证件录入
entry-how = 看着镜头前的证件输入，由系统与申请核对，可以试两次。
entry-number = 证件号后六位
entry-name = 姓名
entry-compare = 核对
entry-same = ✓ 与申请一致
entry-try-again = { $which ->
    [number] 号码后六位不一致。
    [name] 姓名不一致。
   *[number-name] 号码后六位和姓名都不一致。
}请再看一遍证件，还可以试 { $left } 次。
entry-differs = { $which ->
    [number] 两次都不一致：号码后六位。
    [name] 两次都不一致：姓名。
   *[number-name] 两次都不一致：号码后六位和姓名。
}建议选“未通过”；如果确认无误要改为“通过”，请写备注说明。
entry-typed = 证件上（您录入的）
entry-application = 申请中
key-entry = 对照证件录入

problem-answer-invalid-six = 请输入号码的最后六位
problem-answer-invalid-six-way = 只输入数字和字母，例如 07002X。这次不算一次机会。
problem-answer-invalid-empty = 请输入姓名
problem-answer-invalid-empty-way = 按证件上的写法输入。这次不算一次机会。
problem-entry-first = 先对照证件录入
problem-entry-first-way = 在“证件信息与申请一致”一项里录入后就可以查看。

## 人脸比对

compare-open = 并排比对人脸
compare-title = 证件照片与本人
compare-to-do = 五处逐一比对后，才能选“通过”
compare-not-yet = 先拍下证件人像面和人像
compare-summary = 相同 { $same }，不同 { $differs }，看不清 { $unclear }（{ $by }，{ $at }）
compare-zoom = 放大
compare-with = 左边的图片
compare-save = 保存比对结果
face-point-shape = 脸型
face-point-eyes = 眼睛
face-point-nose = 鼻子
face-point-mouth = 嘴
face-point-marks = 耳朵和痣、疤等特征
face-same = 相同
face-differs = 不同
face-unclear = 看不清
key-compare = 并排比对人脸
key-measure = 用软件比对人脸

face-measure = 用软件比对
face-measuring = 正在计算…
face-only-advice = 软件结果仅供参考，由您判断。
face-declined = 申请人没有同意人脸比对：请只用肉眼比对。
face-band-likely-same = 很可能是同一人
face-band-unclear = 无法区分
face-band-likely-different = 很可能不是同一人
face-measured = 距离 { $distance }（越小越像）
face-by = { $model }，{ $version }，{ $at }
face-no-face-card = 证件截图里没有找到人脸
face-no-face-live = 人像截图里没有找到人脸
face-take-again = 可以重拍一张更清楚的，再比对。

problem-no-face-engine = 比对软件没有加载成功
problem-no-face-engine-way = 请再试一次。仍不行时用肉眼比对，不影响审核。
problem-no-consent = 申请人没有同意人脸比对
problem-no-consent-way = 请用肉眼比对。
