# 审核台：身份验证的截图、双重录入、人脸比对

capture-card-front = 证件人像面
capture-card-back = 证件另一面
capture-face = 人像
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
