# 每场审核随机抽取的内容，以及审核员逐项记下的结果。

## 口述的验证码

spoken-code = <code>{ $digits }</code> 是您的验证码
spoken-code-how = 请回到视频里念出来。{ $until } 前有效，请不要告诉别人。

## 证件上要看的特征

feature-great-wall-tilt = 长城图案随倾斜变色
    .hint = 请对方慢慢倾斜证件，看长城图案的颜色是否跟着变。
feature-china-tilt = “中国 CHINA”字样随倾斜变色
    .hint = 请对方慢慢倾斜证件，看“中国 CHINA”字样是否变色、时隐时现。
feature-micro-jmsfz = 微缩文字 JMSFZ
    .hint = 请对方把证件贴近镜头，看底纹里的微缩文字是否清楚、不糊成线。
feature-rainbow-lines = 彩虹扭索底纹
    .hint = 看底纹的线条是否连续、颜色过渡自然，没有网点。
feature-film-edges = 膜边完整
    .hint = 请对方转动证件，看四边和四角有没有翘起、分层或重新压过的痕迹。
feature-film-portrait = 照片处无改动
    .hint = 看照片边缘有没有凸起、切口或与底纹错位。
feature-number-birth = 号码与出生日期一致
    .hint = 看证件号码里的出生日期和印刷的是否一样。
feature-number-sex = 号码与性别一致
    .hint = 第 17 位是单数为男，双数为女，看和印刷的性别是否一样。
feature-validity-age = 有效期与年龄相符
    .hint = 16 至 25 岁签发的为 10 年，26 至 45 岁为 20 年，46 岁起为长期。
feature-card-tilt = 倾斜时图案变化
    .hint = 请对方慢慢倾斜证件，看光变图案是否跟着变化。
feature-page-tilt = 倾斜时膜面图案变化
    .hint = 请对方慢慢倾斜资料页，看膜面的图案是否随光变化。
feature-fine-lines = 细线清楚
    .hint = 请对方把证件贴近镜头，看细线是否连续，没有网点。
feature-page-whole = 资料页完整
    .hint = 看资料页有没有裁切、重贴，装订线是否完整。
feature-lines-birth = 机读码与出生日期一致
    .hint = 第二行第 14 至 19 位是出生日期（年月日），看和印刷的是否一样。
feature-lines-number = 机读码与护照号一致
    .hint = 第二行前 9 位是护照号，看和印刷的是否一样。
feature-validity-date = 有效期未过
    .hint = 看有效期限，并和申请里的日期对照。

## 随机动作

movement-turn-left = 请慢慢向左转头
movement-turn-right = 请慢慢向右转头
movement-look-up = 请抬头看上方
movement-look-down = 请低头看下方
movement-cover-left-eye = 请用手遮住左眼
movement-cover-right-eye = 请用手遮住右眼
movement-two-fingers = 请在脸旁伸出两根手指
movement-three-fingers = 请在脸旁伸出三根手指
movement-four-fingers = 请在脸旁伸出四根手指
movement-left-ear = 请用手摸左耳
movement-right-ear = 请用手摸右耳
movement-hand-across = 请用手在脸前慢慢划过

## 逐项记下的结果

part-feature = 证件特征
    .seen = 看到
    .unclear = 看不清
    .missing = 没有
part-code = 口述验证码
    .right = 读对了
    .wrong = 读错了
    .not-reached = 没有做成
part-movement = 随机动作
    .done = 照做了
    .not-done = 没有照做
    .not-reached = 没有做成
part-place = 什么地方
    .home = 住处
    .dormitory = 宿舍
    .office = 办公室
    .vehicle = 车里
    .outdoors = 室外
    .other = 其他
    .shop = 店铺
    .warehouse = 仓库
part-people = 身边的人
    .none = 没有
    .passing = 有人经过
    .present = 有人在旁
    .prompting = 有人指点
part-prompting = 提示的迹象
    .none = 没有
    .looks-aside = 看向一侧
    .earphones = 戴着耳机
    .reading = 照着念
    .voice = 旁边有人说
part-stock = 其他设备
    .none = 没有
    .own = 自用几台
    .boxed = 多台未拆封
    .parcels = 快递和面单
part-light = 光线
    .good = 好
    .fair = 够用
    .dark = 太暗
part-sound = 声音
    .good = 好
    .fair = 够用
    .loud = 太吵
part-question = 提问
    .consistent = 一致
    .evasive = 回避
    .contradicts = 矛盾

refused-answer-closed = 这一项要在视频里问过并记下之后才能看。

## 审核员悄悄做的标记

call-flag-prompted = 有人在指点
call-flag-reads-answers = 照着念答案
call-flag-looks-aside = 总看向一侧
call-flag-earphones = 不肯取下耳机
call-flag-broker-words = 说到兼职或代办
call-flag-learned-words = 像背好的话
call-flag-unlike-card = 不太像证件照片
call-flag-unlike-place = 地方对不上
call-flag-other = 其他

## 悄悄求助，和接手通话

help-called = <b>申请人悄悄求助：可能有人在教他怎么说</b>（{ $code }）
help-called-how = 请不要说破。可以多问几个问题、请对方展示环境，或者结束通话另约时间。
call-handed = <b>一场正在进行的视频审核转给了您</b>（{ $code }）
call-handed-how = 申请人还在通话里。前一位审核员的说明在审核台上。
command-whisper = 有人在教我怎么说（只有审核员知道）
do-whisper = 有人教我说
whisper-noted = 好的。想看申请进度，请发送 /status。
