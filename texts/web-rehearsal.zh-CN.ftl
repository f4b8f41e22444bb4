# 通话前检测摄像头、声音、光线和网络的页面

rehearsal-title = 设备检测
rehearsal-intro = 大约两分钟，这个页面会把视频审核用到的一切都试一遍。没有人在看，也不会录像，只有测得的数值会记入您的申请。
rehearsal-need-card = 请备好证件。
rehearsal-need-lamp = 请坐在通话时要坐的地方，让光线照在脸上。
rehearsal-need-sound = 请打开声音。
rehearsal-permission = 浏览器接下来会询问摄像头和麦克风，请选择“允许”。
rehearsal-start = 开始检测
rehearsal-step = 第 { $step } 步，共 { $steps } 步
rehearsal-parts = 检测项目
rehearsal-mark-open = 还没有检测
rehearsal-mark-on = 正在检测
rehearsal-mark-passed = 正常
rehearsal-mark-improve = 需要改进
rehearsal-measuring = 正在检测…
rehearsal-listening = 正在听…
rehearsal-go-on = 继续
rehearsal-without-camera = 跳过这一步
rehearsal-trouble = 结果没有送达，请检查网络后再试。
rehearsal-over = 您的申请已经结束，不需要再检测了。最新情况请看聊天。

rehearsal-camera-title = 摄像头
rehearsal-light-title = 光线
rehearsal-light-how = 请像通话时那样，看着摄像头三秒钟。
rehearsal-microphone-title = 麦克风
rehearsal-microphone-how = 请说一句话，例如您的名字和今天的日期。横条会随声音起伏。
rehearsal-speaker-title = 扬声器
rehearsal-speaker-how = 点按钮后，您应该能听到三个音。
rehearsal-play = 播放声音
rehearsal-playing = 正在播放…
rehearsal-play-again = 再播放一次
rehearsal-heard = 听到了吗？
rehearsal-heard-yes = 听清了
rehearsal-heard-no = 没听到
rehearsal-sharpness-title = 近看证件
rehearsal-sharpness-how = 请把证件有字的一面放进框里，占满整个框，拿稳不动。画面只留在这台设备上。
rehearsal-sharpness-now = 清晰度
rehearsal-cannot = 怎么也不清楚

rehearsal-done-measuring = 请稍等，网络还在检测
rehearsal-done-passed = 全部准备好了
rehearsal-done-improve = 有 { $count } 项需要改进
rehearsal-to-improve = 需要改进
rehearsal-in-order = 正常
rehearsal-again-part = 再测一次：{ $part }
rehearsal-telling = 正在把结果发到聊天…
rehearsal-told = 结果已发到聊天，可以关闭这个页面了。
