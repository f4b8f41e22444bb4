# 通话前的设备检测：摄像头、声音、光线和网络。

button-rehearse = 设备检测
button-rehearse-again = 再测一次
command-rehearse = 通话前检测摄像头、声音和网络

rehearse-how =
    大约两分钟，不需要审核员：页面会检测摄像头、麦克风、扬声器、光线、清晰度和网络。
    请用通话时要用的设备，在通话时要待的地方检测。
rehearse-nothing = 您现在没有要参加的视频审核，请先提交申请。

rehearsal-passed = <b>✓ 设备检测全部通过</b>
rehearsal-improve = <b>设备检测：有 { $count } 项需要改进</b>
rehearsal-fine = 正常：{ $parts }。
rehearsal-more = 还有：{ $parts }。页面上有改进方法。

# 提醒里代替一般的准备说明
rehearsal-ready = ✓ 设备检测已通过，备好证件原件就可以了。
rehearsal-left = 上次检测还没达标的有：{ $parts }。

## 各项与改进方法

rehearsal-part-camera = 摄像头
rehearsal-part-light = 光线
rehearsal-part-microphone = 麦克风
rehearsal-part-speaker = 扬声器
rehearsal-part-sharpness = 清晰度
rehearsal-part-network = 网络
rehearsal-part-clock = 时钟

rehearsal-advice-camera-denied = 摄像头：请在浏览器里允许使用，页面上有步骤。
rehearsal-advice-camera-missing = 摄像头：没有找到，请换一台带摄像头的设备。
rehearsal-advice-camera-busy = 摄像头：正被别的程序占用，请先关掉它。
rehearsal-advice-camera-insecure = 摄像头：请用自己的浏览器打开聊天里的链接。
rehearsal-advice-camera-unsupported = 摄像头：这个浏览器用不了，请换 Safari 或 Chrome。
rehearsal-advice-camera-unknown = 摄像头：没能启动，请换个浏览器或设备。
rehearsal-advice-camera-small = 摄像头：画面太小，看不清证件，请改用手机。
rehearsal-advice-light-dark = 光线：脸部太暗，请开灯，或面向窗户。
rehearsal-advice-light-bright = 光线：脸部太亮，请把灯移远一些。
rehearsal-advice-light-backlit = 光线：您背后有强光，请转个方向。
rehearsal-advice-microphone-denied = 麦克风：请在浏览器里允许使用，页面上有步骤。
rehearsal-advice-microphone-missing = 麦克风：没有找到，请换一台带麦克风的设备。
rehearsal-advice-microphone-busy = 麦克风：正被别的程序占用，请先关掉它。
rehearsal-advice-microphone-insecure = 麦克风：请用自己的浏览器打开聊天里的链接。
rehearsal-advice-microphone-unsupported = 麦克风：这个浏览器用不了，请换 Safari 或 Chrome。
rehearsal-advice-microphone-unknown = 麦克风：没能启动，请换个浏览器或设备。
rehearsal-advice-microphone-silent = 麦克风：没有听到声音，请看看是否静音，或选错了麦克风。
rehearsal-advice-microphone-quiet = 麦克风：声音偏小，请靠近一些，或说大声一点。
rehearsal-advice-speaker-unheard = 扬声器：请调大音量，看看声音从哪里放出来。
rehearsal-advice-sharpness-blurred = 清晰度：证件不够清楚，请擦擦镜头，拿稳，离远一点。
rehearsal-advice-network-slow = 网络：速度不够视频使用，请靠近 Wi-Fi，或改用手机流量。
rehearsal-advice-network-late = 网络：延迟偏高，请暂停下载，或关掉 VPN。
rehearsal-advice-network-unreachable = 网络：中途断开了，请在 Wi-Fi 和手机流量之间换一下。
rehearsal-advice-clock-off = 时钟：设备的时间不准，请把日期和时间设为自动。

## 给工作人员

case-rehearsal-passed = 设备检测：通过，{ $time }
case-rehearsal-improve = 设备检测：需改进{ $parts }，{ $time }

# 给工作人员看的数值
rehearsal-measured-camera = { $width } × { $height }
rehearsal-measured-light = 亮度 { $face }（满值 255），周围 { $around }
rehearsal-measured-microphone = 最响 { $loudest } dBFS
rehearsal-measured-sharpness = 清晰度 { $variance }（拉普拉斯方差）
rehearsal-measured-network = 下行 { $downKbps }、上行 { $upKbps } kbit/s，往返 { $roundTripMs } ms
rehearsal-measured-clock = 相差 { $offSeconds } 秒

## 检测通过后可以提前重新申请

again-from-proof-now = 最早可以重新申请的时间：{ $time }；设备检测通过后，马上就可以。
again-from-proof = 最早可以重新申请的时间：{ $time }；设备检测通过后，可提前到 { $sooner }。
wait-shortened =
    <b>✓ 可以提前重新申请</b>（{ $code }）
    设备检测已通过，时间从 { $before } 提前到 { $after }。
    到时候我们会通知您。
wait-over =
    <b>✓ 您现在可以重新申请了</b>（{ $code }）
    设备检测已通过，不用等到 { $before }。
refused-too-early-proof = 设备检测通过后，可以提前。
