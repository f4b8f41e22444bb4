# reason-<CODE>：申请人读到的话；.title：审核员看到的短名；.advice：接下来怎么做。
# 涉及欺诈的原因措辞中性，只说我们没能确认什么，不指责任何人。

reason-ID_NOT_ORIGINAL = 这次没有看到证件原件。
    .title = 非证件原件
    .advice = 请准备好实体证件原件，不要使用复印件、照片或电子证件。
reason-ID_UNREADABLE = 画面中的证件看不清楚。
    .title = 证件看不清
    .advice = 请擦净镜头和证件，避开反光，把证件拿稳，放在镜头前约一掌远的地方。
reason-ID_EXPIRED = 您出示的证件已过有效期。
    .title = 证件已过期
    .advice = 请先换领新的证件，再用新证件参加审核。
reason-ID_TAMPERED = 我们没能确认所出示证件的有效性。
    .title = 证件疑似被改动
    .advice = 如果对证件有疑问，可以请发证的公安机关核实。
reason-ID_DATA_DIFFER = 证件上的信息和申请中填写的不一致。
    .title = 证件与申请不符
    .advice = 请对照证件，核对申请中的姓名和证件号码。
reason-FACE_NO_MATCH = 我们没能确认视频中的人和证件照片是同一个人。
    .title = 人证不一致
    .advice = 请由证件持有人本人申请。通话时请露出整张脸，光线要均匀。
reason-FACE_COVERED = 通话中没能看清您的整张脸。
    .title = 面部被遮挡
    .advice = 请摘下口罩、帽子和墨镜，关闭美颜和滤镜，正对镜头。
reason-LIVE_CODE_FAILED = 通话中的口令或动作没有完成。
    .title = 口令或动作未完成
    .advice = 请在通话时留意这里收到的口令，按审核员的提示念出口令、做动作。
reason-LIVE_PROMPTED = 我们没能确认回答都出自您本人。
    .title = 疑似他人提示
    .advice = { $appeal ->
        [yes] 请由您本人申请和参加通话。如果您认为有误，可以申诉。
       *[no] 请由您本人申请和参加通话。如果还有疑问，请联系租赁平台的客服。
    }
reason-ENV_TOO_DARK = 光线太暗，画面看不清楚。
    .title = 光线太暗
    .advice = 请打开灯，或面向窗户坐，不要背光。
reason-ENV_TOO_LOUD = 周围声音太大，听不清您说话。
    .title = 环境嘈杂
    .advice = 请换到安静的房间，关上门窗，关掉电视和音乐。
reason-ENV_NOT_ALONE = 通话时旁边还有其他人。
    .title = 旁边有人
    .advice = 请选一个可以独处的地方，通话时请其他人暂时离开。
reason-ENV_TRADING_PLACE = 我们没能确认申请中填写的用途。
    .title = 疑似经营场所
    .advice = { $appeal ->
        [yes] 如果您认为有误，可以申诉，并说明您的情况。
       *[no] 如果还有疑问，请联系租赁平台的客服。
    }
reason-ENV_STOCK = 我们没能确认设备是供您个人日常使用的。
    .title = 有成批设备
    .advice = { $appeal ->
        [yes] 如果您认为有误，可以申诉，并说明您的情况。
       *[no] 如果还有疑问，请联系租赁平台的客服。
    }
reason-PURPOSE_UNCLEAR = 我们还没有听明白您租用设备的用途。
    .title = 用途不清楚
    .advice = 请想好设备由谁用、用来做什么、用多久，通话时具体说给审核员听。
reason-PURPOSE_CONTRADICTS = 通话中说的用途，和申请中填写的不一样。
    .title = 用途与申请矛盾
    .advice = 用途和使用计划，请按实际情况填写和说明。
reason-PURPOSE_BROKER = 我们没能确认这次租赁是您自己的决定，并由您本人使用。
    .title = 疑似中介介入
    .advice = 租用设备请由您自己决定，不要把证件和账号交给别人使用。
reason-PURPOSE_FOR_OTHERS = 我们没能确认设备由您本人使用。
    .title = 替他人租用
    .advice = 设备请由实际使用的人自己来申请。
reason-HISTORY_DISPUTE = 您名下还有一笔租赁没有处理完。
    .title = 有未结纠纷
    .advice = 请先和租赁平台处理完那一笔，再来申请。
reason-TECH_NETWORK = 网络不稳定，通话没能完成。这个原因不计入您的次数。
    .title = 网络问题
    .advice = 请换到信号好的 Wi-Fi 或移动网络，关闭下载和其他视频。
reason-TECH_DEVICE = 摄像头或麦克风没能正常工作。这个原因不计入您的次数。
    .title = 设备问题
    .advice = 请换一部手机，或在浏览器设置中允许使用摄像头和麦克风。
reason-TECH_OURS = 我们这边出了问题，通话没能完成。很抱歉，这个原因不计入您的次数。
    .title = 我方问题
    .advice = 您不需要改变什么，请另选一个方便的时间。
reason-ATTEND_LEFT = 通话没有做完就中断了。
    .title = 中途离开
    .advice = 请留出一段不受打扰的时间，等审核员结束通话后再离开。
reason-PLACE_DIFFERS = 通话时所在的地方和申请中填写的不同。
    .title = 地点与所述不符
    .advice = 请在申请中填写的地方参加通话；地址有变化时，请先修改地址。
reason-FACE_FILTER = 画面用了美颜或滤镜，看不清您本来的样子。
    .title = 美颜或滤镜
    .advice = 请关闭美颜、滤镜和虚拟背景，再参加通话。
reason-LIVE_NOT_LIVE = 我们没能确认画面来自您当时的摄像头。
    .title = 画面疑似非实时
    .advice = 请用手机自带的摄像头参加通话。
reason-PURPOSE_FIT = 按您说明的用途，换一种租法更合适。
    .title = 用途适合其他方案
    .advice = 请看下面的条件，接受后就能继续。
reason-HISTORY_DUPLICATE = 我们没能完成对这份申请的核对。
    .title = 疑似重复申请
    .advice = { $appeal ->
        [yes] 如果您认为有误，可以申诉，并说明您的情况。
       *[no] 如果还有疑问，请联系租赁平台的客服。
    }
reason-HISTORY_ATTEMPTS = 安排过几次视频审核，都没能得出结果。
    .title = 多次没有结果
    .advice = 再次申请时，请选一个方便又安静的时间，手边备好证件。
reason-HISTORY_BLOCKED = 按平台的规则，我们不能为您办理租赁。
    .title = 在限制名单内
    .advice = { $appeal ->
        [yes] 如果您认为有误，可以申诉，或联系租赁平台的客服。
       *[no] 如果还有疑问，请联系租赁平台的客服。
    }
reason-HISTORY_FIRST_RENTAL = 这是您第一次在平台租用设备。
    .title = 首次租赁
    .advice = 接受下面的条件后就能继续，之后的租赁会重新评估。
reason-HISTORY_OTHER_RENTALS = 您名下还有进行中的租赁。
    .title = 有进行中的租赁
    .advice = 接受下面的条件后就能继续。
reason-HISTORY_APPEAL_CALL = 您的申诉需要再通话一次才能决定。
    .title = 申诉需新通话
    .advice = 请按自己的情况重新参加一次视频审核。
reason-ATTEND_LATE = 您到场时，剩下的时间不够做完审核。
    .title = 迟到
    .advice = 请提前几分钟进入通话，手边备好证件。
reason-ATTEND_REVIEWER = 审核员没能按时参加或中途离开。很抱歉，这个原因不计入您的次数。
    .title = 审核员缺席
    .advice = 您不需要改变什么，请另选一个方便的时间。
reason-OTHER = 这次审核没能得出通过的结论。
    .title = 其他原因
    .advice = 如果想了解详情，请联系租赁平台的客服。
