# 聊天里的直接回复：申请表、按钮、命令。汉字与字母、数字之间空一格；每条消息最多四行，只说一件要做的事。

## 按钮（最多 8 个汉字）

do-apply = 开始申请
do-apply-without = 直接申请
do-go-on = 继续填写
do-take-order = 换成这份订单
do-leave-order = 保留原来的
do-my-application = 查看我的申请
do-back = ‹ 返回
do-keep = 保留原答案
do-still-right = 没有变化
do-change = 有变化
do-skip = 跳过
do-own-words = 其他，自己写
do-share-phone = 分享我的手机号
do-agree = 同意
do-decline = 不同意
do-submit = 提交申请
do-edit = 修改
do-status = 查看进度
do-help = 查看帮助
do-this-language = 中文
do-other-language = English
do-keep-draft = 先保留
do-delete-draft = 删除申请
do-withdraw = 撤回申请
do-cancel-booking = 取消预约
do-keep-booking = 保留预约
do-more-days = 更多日期
do-nearest = 最近的时间
do-to-card = 回到申请卡片
do-choose-device = 选这款
do-device-before = ‹ 上一款
do-device-after = 下一款 ›
do-list-devices = 看全部设备
do-earlier = ‹ 上一页
do-later = 下一页 ›
do-share-place = 分享我的位置
do-use-zone = 用这个时间

## 开始

chat-welcome =
    <b>您好，这里是面审。</b>
    租手机或电脑，先在这里填写申请，再做一次几分钟的视频审核。
    填写大约需要一分半钟，请准备好证件。
chat-welcome-back = 欢迎回来，我们接着填第 { $number } 题，共 { $total } 题。
chat-welcome-back-end = 欢迎回来，题目都答完了，只差最后几步。
order-offered =
    <b>收到一份新订单</b>
    { $device }，租期 { $term }，月租 { $rent }，押金 { $deposit }。
    您还有一份申请没有填完，要把设备和租期换成这份订单的吗？其他答案都会保留。
order-too-late = 您的申请（{ $code }）已经提交，不能再换成新订单。等这份办完，再打开订单链接就可以。
chat-order-taken =
    <b>已按您的订单填好，不用再选</b>
    { $device }，租期 { $term }
    月租 { $rent }，押金 { $deposit }
chat-answers-kept = 上次的内容已为您保留，结果里提到的几项会请您重新填写。

## 申请表

chat-mark = { $number }/{ $total }
chat-mark-optional = 选填

ask-device =
    <b>{ $mark } · 选择设备</b>
    您想租哪一款？
    { $choices }
ask-term =
    <b>{ $mark } · 选择租期</b>
    您想租多久？
    { $choices }
ask-name =
    <b>{ $mark } · 姓名</b>
    请输入证件上的姓名。
    例如：林晓雨
ask-document =
    <b>{ $mark } · 证件</b>
    您用哪种证件办理？视频审核时要出示原件。
ask-documentNumber =
    <b>{ $mark } · { $document ->
        [passport] 护照号码
        [residence-permit] 永久居留身份证号
       *[other] 身份证号
    }</b>
    { $document ->
        [passport] 请输入护照号码，也可以输入资料页最下面的两行字符。
        [residence-permit] 请输入证件号码，新版 18 位，旧版 15 位。
       *[other] 请输入 18 位身份证号。
    }号码会加密保存，只用来核实身份。
    例如：{ $example }
ask-birthDate =
    <b>{ $mark } · 出生日期</b>
    请输入护照上的出生日期。
    例如：1990-03-07
ask-documentExpiry =
    <b>{ $mark } · 护照有效期</b>
    护照的有效期到哪一天？
    例如：2031-05-20
ask-phone =
    <b>{ $mark } · 手机号</b>
    请点下面的按钮分享手机号，也可以直接输入。
    例如：138 0013 8000
ask-province =
    <b>{ $mark } · 收货地址</b>
    设备寄到哪里？请选省份，也可以直接输入完整的地址。
    例如：浙江省杭州市西湖区文三路 100 号 2 幢 301 室
ask-city =
    <b>{ $mark } · 收货地址</b>
    { $place }
    请选择城市，也可以直接输入。
ask-district =
    <b>{ $mark } · 收货地址</b>
    { $place }
    请选择区县，也可以直接输入。
ask-address =
    <b>{ $mark } · 收货地址</b>
    { $place }
    请输入街道、小区和门牌号。
    例如：文三路 100 号 2 幢 301 室
ask-occupation =
    <b>{ $mark } · 职业</b>
    您现在做什么工作？
ask-purpose =
    <b>{ $mark } · 租赁用途</b>
    租这台设备，主要用来做什么？
ask-deviceUser =
    <b>{ $mark } · 使用人</b>
    设备到了以后，由谁来用？
ask-deviceUserWho =
    <b>{ $mark } · 使用人</b>
    是哪位家人在用？
    例如：我女儿，今年上高一
ask-usePlan =
    <b>{ $mark } · 使用计划</b>
    平时在哪里用、怎么用？
    例如：工作日带去公司，周末在家剪视频
ask-otherRentals =
    <b>{ $mark } · 其他租赁</b>
    您现在还租着别的手机或电脑吗？
ask-otherRentalsWhich =
    <b>{ $mark } · 其他租赁</b>
    在哪里租的，是什么设备？
    例如：在小区门口的店里租了一台平板，年底到期
ask-cardPhoto =
    <b>{ $mark } · { $document ->
        [passport] 护照照片
       *[other] 证件照片：人像面
    }</b>
    { $document ->
        [passport] 请拍一张护照资料页，发到这里。
       *[other] 请拍一张有人像的那一面，发到这里。
    }
    四角完整、文字清楚、没有反光。照片会去掉位置信息，加密保存。
ask-cardPhotoBack =
    <b>{ $mark } · 证件照片：{ $document ->
        [resident-id] 国徽面
       *[other] 背面
    }</b>
    { $document ->
        [resident-id] 再拍一张有国徽的那一面，发到这里。
       *[other] 再拍一张背面，发到这里。
    }
ask-note =
    <b>{ $mark } · 补充说明</b>
    还有什么想让审核员知道的吗？没有就点“跳过”。

own-occupation =
    请写下您的职业。
    例如：网约车司机
own-purpose =
    请写下您的用途。
    例如：考研上网课，整理笔记
own-deviceUser =
    请写下由谁使用。
    例如：公司里的同事，我负责保管

chat-no-devices =
    <b>{ $mark } · 选择设备</b>
    目前没有可以租的设备，请过些时候再来。您的申请会为您保留。
chat-device-line = { $device }：月租 { $rent }，押金 { $deposit }
chat-known = 目前的回答：<b>{ $answer }</b>
chat-still-right =
    <b>{ $mark } · 请核对</b>
    { $known }
    这些内容有变化吗？
chat-all-still-right =
    <b>上次填写的内容</b>
    { $known }
    这些内容有变化吗？
chat-months = { $months } 个月
chat-photo-kept = 已收到
chat-answered = { $label }：<b>{ $answer }</b> ✓
chat-set-aside = { $label }：稍后再答
chat-editing = 正在修改：{ $label }
chat-agreed = 同意
chat-declined = 不同意
chat-phone-placeholder = 手机号，或点下面的按钮
chat-phone-left = 手机号这一题先放一放。
chat-photo-enough = 照片已经收到，不用再发了，谢谢您。
chat-edited = 已经发出的消息，改了我们也看不到。请重新发一条，或点“返回”修改前面的回答。
chat-passed-on = 转发的内容不能当作回答。请您自己写，或把自己的照片重新发一次。

chat-summary = <b>请核对您的申请</b>
chat-summary-price = 费用：月租 { $rent }，押金 { $deposit }
chat-summary-line = { $label }：{ $answer }
chat-edit-which = 您想修改哪一项？
chat-corrected =
    <b>✓ 修改好了</b>（{ $code }）
    接下来请选择新的通话时间。

chat-submitted =
    <b>✓ 申请已提交</b>（{ $code }）
    接下来请选择视频审核的时间。

chat-submitted-waits = <b>✓ 申请已提交</b>（{ $code }）

wanted-choice = 这一题请点下面的按钮，也可以输入选项上的文字。
wanted-text = 这一题请用文字回答。贴纸、语音、图片和位置在这里读不了。
wanted-cardPhoto = 这一题需要一张照片。请拍下证件上有人像的那一面（护照拍资料页），发到这里。
wanted-cardPhotoBack = 这一题需要一张照片。请拍下证件的另一面，发到这里。
wanted-answer = 这一题必须回答，不能跳过。想先停一停也可以：已填的会保留，之后发送 /apply 接着填。
wanted-before-edit = 全部填完后会请您核对，每一项都可以修改。想改前面的回答，请发送“返回”。
wanted-consent = 请先看完下面的说明，再点按钮回答。
wanted-consent-needed = 没有这项同意，我们无法受理您的申请。您可以先保留，想好了再继续；也可以删除申请。
wanted-summary = 请核对上面的内容：没有问题就点“提交申请”，要改就点“修改”。

## 输入有问题：说明哪里不对，给一个对的例子

for-example = 例如：{ $example }
example-name = 林晓雨
example-documentNumber = { $example }
example-birthDate = 1990-03-07
example-documentExpiry = 2031-05-20
example-phone = 138 0013 8000
example-address = 文三路 100 号 2 幢 301 室
example-occupation = 网约车司机
example-purpose = 考研上网课，整理笔记
example-deviceUser = 公司里的同事，我负责保管
example-deviceUserWho = 我妈妈，和我住在一起
example-usePlan = 工作日带去公司，周末在家剪视频
example-otherRentals = 租着一台平板，明年三月到期
example-otherRentalsWhich = 一台平板，租到明年三月
example-note = 晚上七点以后方便视频

problem-empty = 没有看到文字，请再输入一次。
problem-too-long = 这段文字太长了，请写在 { $limit } 个字以内。
problem-too-short = 请再多写几个字，至少 { $limit } 个字。
problem-characters = 没有看到文字，请用文字回答。
problem-choice =
    没有看懂您的回答。
    请点下面的按钮，或输入按钮上的文字。
problem-device-choice =
    没有找到这款设备。
    请点下面的按钮，或输入完整的名称，例如：青禾 手机 8
problem-term-choice =
    这款设备没有这个租期。
    请点下面的按钮，或输入月数，例如：12
problem-name-too-short =
    姓名至少要有 { $limit } 个字。
    请输入证件上的姓名，例如：林晓雨
problem-name-characters =
    姓名里只能有文字，不能有数字、表情或符号。
    请输入证件上的姓名，例如：林晓雨
problem-name-bare-answer =
    这不像是姓名。这一题要填您的姓名，不是“是”或“同意”。
    请输入证件上的姓名，例如：林晓雨
problem-documentNumber-length =
    身份证号应该是 18 位，这里的位数不对。
    请对照身份证再输入一次，例如：{ $example }
problem-documentNumber-too-long =
    身份证号只有 18 位，您输入的太长了。
    请只输入号码，例如：{ $example }
problem-documentNumber-characters =
    身份证号只有数字，最后一位可以是 X。
    请对照身份证再输入一次，例如：{ $example }
problem-documentNumber-region =
    号码的前两位不是地区代码，可能输错了。
    请对照身份证再输入一次，例如：{ $example }
problem-documentNumber-birth-date =
    号码的第 7 到 14 位是出生日期，这里的日期不存在。
    例如 19900307 表示 1990 年 3 月 7 日。请再输入一次。
problem-documentNumber-under-age =
    按这个号码，您还未满 18 周岁，目前不能租用。
    如果是输错了，请对照身份证再输入一次，例如：{ $example }
problem-documentNumber-check-digit =
    号码的最后一位与前面对不上，通常是输错了一个数字。
    请对照身份证再输入一次，例如：{ $example }
problem-documentNumber-expired =
    这本护照已经过期，不能用来办理。
    请换一本有效的护照，或返回上一步选别的证件。
problem-documentNumber-permit =
    永久居留身份证号应该是 9 开头的 18 位数字，或 3 个字母加 12 位数字。
    请对照证件再输入一次，例如：{ $example }
problem-documentNumber-permit-birth-date =
    号码的第 8 到 13 位是出生日期，这里的日期不存在。
    请对照证件再输入一次，例如：{ $example }
problem-documentNumber-passport =
    护照号码是 6 到 9 位的字母和数字。
    请对照护照再输入一次，例如：{ $example }
problem-documentNumber-passport-lines =
    这两行字符不完整，或者有一处输错了：每行应该有 44 个字符。
    请再输入一次，也可以只输入护照号码，例如：{ $example }
problem-birthDate-date =
    没有看懂这个日期。
    请按年、月、日输入，例如：1990-03-07
problem-birthDate-under-age =
    按这个日期，您还未满 18 周岁，目前不能租用。
    如果是输错了，请再输入一次，例如：1990-03-07
problem-documentExpiry-date =
    没有看懂这个日期。
    请按年、月、日输入，例如：2031-05-20
problem-documentExpiry-expired =
    这本护照已经过期，不能用来办理。
    如果是输错了，请再输入一次，例如：2031-05-20
problem-phone-number =
    这个手机号不完整，或者输错了。
    请再输入一次，例如：138 0013 8000
    境外号码请加上国家代码，例如：+44 7700 900123
problem-phone-landline =
    这是座机号码。视频审核前后要联系您本人，所以需要手机号。
    请输入手机号，例如：138 0013 8000
    境外手机号请加上国家代码，例如：+44 7700 900123
problem-phone-too-long =
    手机号没有这么长。
    请只输入号码，例如：138 0013 8000
problem-phone-other-person =
    这是别人的名片，请分享您本人的手机号。
    点下面的“分享我的手机号”，或直接输入，例如：138 0013 8000
problem-province-choice =
    没有找到这个地方，目前只送中国大陆。
    请点下面的按钮，或输入省份或完整的地址，例如：浙江省杭州市
problem-place-rest =
    没有看懂后面的地名，所以还没有记下。
    请点下面的按钮，或输入完整的地址，例如：浙江省杭州市西湖区
problem-city-choice =
    这个省份里没有找到这个城市。
    请点下面的按钮，或输入城市的名称，例如：杭州市
problem-district-choice =
    这个城市里没有找到这个区县。
    请点下面的按钮，或输入区县的名称，例如：西湖区
problem-address-too-short =
    地址太短，快递可能送不到。
    请写到门牌号，例如：文三路 100 号 2 幢 301 室
problem-address-characters =
    没有看出这是哪里的地址。
    请用文字写到门牌号，例如：文三路 100 号 2 幢 301 室
problem-purpose-too-short =
    请再多写几个字，至少 { $limit } 个字。
    例如：考研上网课，整理笔记
problem-purpose-characters =
    请用文字写出用途，或点下面的按钮。
    例如：考研上网课，整理笔记
problem-usePlan-too-short =
    请再多写几个字，至少 { $limit } 个字。
    例如：工作日带去公司，周末在家剪视频
problem-usePlan-characters =
    请用文字写出在哪里用、怎么用。
    例如：工作日带去公司，周末在家剪视频
problem-photo-wanted = 这一题需要一张照片。请拍下证件，发到这里。
problem-not-a-photo =
    这个文件打不开，不是照片，或者已经损坏。
    请用手机拍下证件，作为照片发到这里。
problem-too-small =
    照片太小，看不清证件上的字。
    请靠近再拍一张，让证件占满画面。
problem-same-picture =
    这张和另一面的照片完全一样。
    请把证件翻过来，重新拍一张发到这里。
problem-too-big =
    照片超过 20 MB，收不了。
    请直接用聊天里的相机拍一张，或者选“照片”而不是“文件”发送。
problem-not-received =
    照片没有传完，可能是网络不稳定。
    请再发一次。
problem-document =
    这是文件，不是照片。
    请用手机拍下证件，作为照片发到这里。

## 取消

cancel-nothing = 目前没有可以取消的申请。
cancel-draft =
    <b>要放弃这份申请吗？</b>
    先保留：您填的内容会保存到 { $until }，随时可以接着填。
    删除申请：填过的内容和照片会马上删除，以后想租要重新填写。
cancel-case =
    <b>要撤回申请吗？</b>（{ $code }）
    撤回后申请会马上关闭，以后想租要重新填写。
cancel-booked =
    <b>要取消什么？</b>（{ $code }）
    已约好的时间：{ $time }
    取消预约：只让出这个时间，可以另选。撤回申请：全部关闭，以后想租要重新填写。
cancel-time =
    <b>要取消这个时间吗？</b>
    { $time }
    这个时间会让给别人。申请仍然有效，可以另选时间。
cancel-too-late = 视频审核已经开始，现在不能撤回。结果会发到这里。
cancel-kept = 好的，申请已保留。想接着填时，点下面的按钮或发送 /start。
cancel-kept-case = 好的，一切照旧。
cancel-deleted = 申请已删除。
cancel-withdrawn = 申请已撤回。

## 删除资料

delete-ask =
    <b>要删除您的全部资料吗？</b>
    进行中的申请会先撤回。您的回答、照片和备注随即销毁，谁也无法恢复。
    依法和处理争议需要留下的：不含个人信息的办理记录、聊天账号编号；证件号的散列（不能还原）再保存 { $hashes }，用来防止重复申请。
delete-closed = 已按您的要求删除全部资料。
delete-done = ✓ 您的资料已经删除。如果以后还想租用，发送 /apply 就可以重新开始。
delete-nothing = 这里没有您的资料可以删除。
delete-too-late = 视频审核正在进行，出结果之后就可以删除资料。

## 时区

zone-ask =
    <b>您的时区</b>
    按您的时区，现在是{ $time }。
    要更换，请分享位置，或输入附近的大城市，例如“纽约”或“Berlin”。位置不会保存。
zone-ask-unknown =
    <b>您的时区</b>
    目前的时间都按这个时区显示：现在是{ $time }。
    请分享位置，或输入附近的大城市，例如“纽约”或“Berlin”。位置不会保存。
zone-ask-draft =
    <b>您的时区</b>
    按目前的设置，现在是{ $time }。
    要更换，请在命令后面写上城市，例如：/timezone 纽约
zone-placeholder = 城市，例如：纽约
zone-offer =
    <b>{ $city }</b>
    那里现在是{ $time }，以后的时间都按那里显示吗？
zone-which = <b>您说的是哪一个？</b>
zone-similar = <b>没有找到这个地方，您说的是下面哪一个？</b>
zone-unknown-place = 没有找到这个地方，请输入同一时区的大城市，例如“纽约”或“Berlin”，也可以写“东八区”或 UTC+8。
zone-set =
    <b>✓ 时区已设好</b>
    按您的时区，现在是{ $time }。以后的时间都按这个时区显示。

## 选时间

pick-nearest = <b>最近可以预约的时间</b>
pick-move =
    <b>改到什么时间？</b>
    选好新的时间之前，原来的时间一直为您保留。
pick-none =
    <b>目前没有可以预约的时间</b>
    审核员排班后会有新的时间，请过一会儿再看。
pick-day = <b>请选择日期</b>
pick-time = <b>{ $day } { $part }：请选择时间</b>
pick-zone = 按钮上的时间是{ $zone }。
pick-zones = 期间时钟有调整：按钮上前面的时间是{ $first }，后面的是{ $last }。
pick-night = 凌晨
pick-morning = 上午
pick-afternoon = 下午
pick-evening = 晚上
pick-card-below = 申请卡片在下面。

toast-submitted = 申请已提交
toast-withdrawn = 已撤回
toast-booked = ✓ 已约好：{ $time }
toast-now = ✓ 已安排审核员，请在 { $minutes } 分钟内进入通话
toast-queued = ✓ 已排队：第 { $place } 位
toast-left-line = 已退出排队
toast-wants-earlier = ✓ 有更早的时间会告诉您
toast-wants-no-earlier = 不再提醒空出的时间
toast-come = ✓ 已记下，到时见
booked-come =
    <b>✓ 您会到场</b>（{ $code }）
    时间：{ $time }
    开始前不久，通话链接会发到这里。
toast-moved = ✓ 已改到：{ $time }
toast-cancelled = 预约已取消，请另选时间
toast-device-allowed = 已换到新设备
toast-device-refused = 已拒绝，那台设备进不来

device-allowed = ✓ 已换到新设备，请在那台设备上继续。
device-refused = 那台设备已经拦下。如果您觉得有人在冒用您的链接，可以改一个时间，旧链接随即失效。

## 不能照办的时候

refused-gone = 这个按钮已经不能用了，请看最新的消息。
refused-stale = 这一步已经完成，请看最新的消息。
refused-stale-now = 状态已更新，现在是：{ $state }
refused-not-now = 现在做不了这一步。发送 /status 查看进度。
refused-never-again = 根据之前的审核结果，我们无法再受理新的申请。如果您认为有误，请联系租赁平台的客服。
refused-too-early =
    <b>现在还不能重新申请</b>
    上一次申请没有通过，最早可以重新申请的时间：{ $date }
    到时候发送 /apply 就可以开始。
refused-incomplete = 还有内容没有填完，请接着填写。
refused-order-unknown =
    <b>没有找到这个订单</b>
    链接可能不完整。请回到租赁平台重新打开，也可以在这里直接选设备申请。
refused-order-unknown-running =
    <b>没有找到这个订单</b>
    链接可能不完整，请回到租赁平台重新打开。您现在的申请不受影响。
refused-order-expired =
    <b>这个订单链接已经用过，或者已过期</b>
    请回到租赁平台重新下单，也可以在这里直接选设备申请。
refused-order-expired-running =
    <b>这个订单链接已经用过，或者已过期</b>
    请回到租赁平台重新下单。您现在的申请不受影响。
refused-slot-taken = 这个时间刚刚被约走了，请另选一个。
refused-too-soon = 这个时间离现在太近，来不及约了，请另选一个。
refused-nobody-free = 现在没有审核员有空，请另选一个时间。
refused-nothing-earlier = 您约的已经是最早的时间，不会再有更早的了。
refused-on-hold = 工作人员正在查看您的申请，现在不能预约。有了结果会告诉您。
refused-too-late = 预约的时间已经开始，不能再改。
refused-last-admin = 这是最后一位管理员，不能移除。请先添加另一位管理员。
refused-no-case = 没有这个编号的申请。请核对编号，例如：<code>/case M-7K3QXD</code>
refused-no-staff = 团队里没有这个名字。发送 /staff 查看全部成员。
refused-no-device = 没有这款设备，或者没有这个租期。发送 /order 查看可以选的设备。

chat-fault = 抱歉，出了点问题，这一步没有完成，之前的内容都在。请再试一次；如果还不行，请把编号 { $id } 告诉客服。

## 说别的话

talk-case = 这里由程序自动回复，还不能聊天。点下面的按钮，可以看到申请的进度。
talk-unknown-command = 没有这个命令。发送 /help 可以看到全部命令。
language-ask = 请选择语言 · Choose your language
language-set = ✓ 好的，以后用中文为您服务。

## 命令

command-start = 开始或继续
command-apply = 申请租用
command-status = 查看申请进度
command-language = 切换语言
command-timezone = 更换时区
command-cancel = 取消预约或撤回申请
command-delete = 删除我的资料
command-help = 查看全部命令
command-online = 上线，接受即时审核
command-break = 休息一下
command-offline = 下线
command-agenda = 查看今天和七天内的审核
command-sessions = 查看我在哪些浏览器登录
command-hours = 查看或设置排班
    .example = /hours me mon-fri 9:00-18:00
command-holiday = 节假日和调休上班日
    .example = /holiday 12 月 25 日 休息
command-staff = 查看、添加或移除成员
    .example = /staff add 123456789 reviewer 陈晨
command-order = 生成订单链接
    .example = /order phone-pro 12
command-block = 屏蔽一个人
    .example = /block M-7K3QXD
command-unblock = 解除屏蔽
    .example = /unblock M-7K3QXD

help-applicant = <b>申请人</b>
help-reviewer = <b>审核员</b>
help-admin = <b>管理员</b>
help-line = { $command } { $does }

## 消息太多与屏蔽

flood =
    <b>消息发得太快了</b>
    请等一分钟再继续。之前填好的内容都在。
blocked =
    <b>暂时不能为您办理申请</b>
    如有疑问，请联系租赁平台的客服。发送 /delete 仍可删除您的资料。

block-form =
    请写上申请编号或对方在聊天软件里的数字编号，例如：
    <code>{ $example }</code>
block-ask = <b>要屏蔽 { $who } 吗？</b>
block-since = 已于 { $time } 屏蔽，原因：{ $reason }
block-means = 对方只会收到一次说明，之后发来的消息不再处理；查看和删除自己的资料不受影响。
block-means-booked = 申请 { $code } 在 { $time } 的预约会取消，申请暂停，等您解除。
block-means-invited = 申请 { $code } 会暂停，等您解除。
block-means-other = 申请 { $code }（{ $state }）保持不变。
block-staff = 对方是团队成员，不能屏蔽。请先用 /staff 移除。
block-reason-spam = 刷屏
block-reason-abuse = 辱骂骚扰
block-reason-fraud = 涉嫌欺诈
block-reason-other = 其他原因
toast-blocked = ✓ 已屏蔽
block-done =
    <b>{ $who } 已屏蔽</b>，原因：{ $reason }
    解除请发送 <code>/unblock { $who }</code>
unblock-ask = <b>要解除对 { $who } 的屏蔽吗？</b>
unblock-means = 对方可以重新申请。因屏蔽而暂停的申请会继续，取消的预约要重新选时间。
unblock-not-blocked = { $who } 没有被屏蔽。
do-unblock = 解除屏蔽
toast-unblocked = ✓ 已解除
unblock-done = <b>{ $who } 已解除屏蔽</b>

## 审核员和管理员

role-reviewer = 审核员
role-admin = 管理员
weekday-1 = 周一
weekday-2 = 周二
weekday-3 = 周三
weekday-4 = 周四
weekday-5 = 周五
weekday-6 = 周六
weekday-7 = 周日

desk-welcome = <b>{ $name }，您好。</b>
desk-welcome-reviewer = 发送 /online 上线，发送 /agenda 查看您的审核。
desk-welcome-admin = 发送 /queue 查看待处理的申请，发送 /help 查看全部命令。
desk-claimed =
    <b>✓ 您现在是管理员</b>
    接下来用 /staff 添加审核员，用 /hours 排班。
desk-online = ✓ 您已上线。申请人可以选择“现在开始”，有人选择时会马上通知您。
desk-break = 您在休息。申请人暂时看不到“现在开始”，已约好的审核不受影响。
desk-offline = 您已下线。之后约好的审核仍由您负责，发送 /agenda 可以查看。

agenda = <b>您的审核：{ $count } 场</b>（{ $zone }）
sessions =
    <b>您的审核台在 { $count } 个浏览器中登录着</b>
    有不认识的？请结束它，并告诉管理员。
sessions-line = { $number }. { $browser }，有效至 { $until }
sessions-unknown = 未知浏览器
sessions-none =
    您没有在任何浏览器登录审核台。
    打开一场审核的链接就能登录，链接在 /agenda 里。
do-session-end = 结束第 { $number } 个
do-sessions-end = 全部结束
toast-session-ended = 已在那边退出登录
toast-sessions-ended = 已全部退出登录
toast-browser-allowed = 已允许那个浏览器登录
toast-browser-refused = 已拒绝，那个浏览器进不来
browser-allowed = ✓ 已允许那个浏览器登录（{ $code }）。登录情况可用 /sessions 查看。
browser-refused =
    那个浏览器没有登录（{ $code }）。
    如果链接可能已外传，请告诉管理员。

agenda-empty =
    <b>七天之内没有约好的审核</b>
    发送 /online 上线，就能接受即时审核。
agenda-day = <b>{ $day }</b>
agenda-line = { $time } · { $code } · { $device }
agenda-line-confirmed = { $time } · { $code } · { $device } · ✓ 已确认
agenda-more = 后面还有 { $count } 场。
agenda-open = { $time } { $code }

queue-empty = 现在没有进行中的申请。
queue-line = <b>{ $code }</b> { $state }
queue-line-booked = <b>{ $code }</b> { $state }：{ $time }
queue-line-due = <b>{ $code }</b> { $state }，截止 { $time }
queue-held = 需要决定：{ $reason }

case = <b>{ $code }</b> { $state }
case-form = 请写上申请编号，例如：<code>{ $example }</code>
case-name = 申请人：{ $name }
case-person = 申请人：{ $name }（{ $number }）
case-device = 设备：{ $device }
case-price = 月租 { $rent }，押金 { $deposit }
case-rental = 设备：{ $device }，{ $months } 个月
case-booking = 预约：{ $time }，审核员：{ $reviewer }
case-confirmed = ✓ 申请人已确认会到场。
case-attempts = 计入的次数：{ $attempts }，未到场：{ $misses }
case-deadline = 截止：{ $time }
case-timeline = <b>经过</b>
case-step = { $time } { $state }

member-list = <b>团队成员</b>
member-line = { $name }：{ $roles }
member-line-reviewer = { $name }：{ $roles }（{ $status }）
member-status-online = 在线
member-status-break = 休息中
member-status-offline = 离线
member-form =
    添加：<code>{ $example }</code>（角色可写 reviewer、admin、both）
    移除：<code>/staff remove 陈晨</code>
    份额、语言、请假：<code>/staff 陈晨</code>
    也可以点下面的按钮选人，或把对方的名片发到这里。
member-added = ✓ { $name } 已加入：{ $roles }。对方会收到通知。
member-added-unmet =
    ✓ { $name } 已加入：{ $roles }。
    对方还没有给这个机器人发过消息，暂时收不到通知。请把这个链接发给对方，打开后点“开始”：
    { $link }
member-remove-ask =
    <b>要移除 { $name } 吗？</b>
    对方的工作权限会马上停用，历史记录保留。已约好的审核会转给同事，没人能接的，会请申请人另选时间。
member-removed = { $name } 已移除，工作权限已经停用。
## 成员的份额、语言和请假

member-about = <b>{ $name }</b>
member-weight = 分配份额：{ $weight } 倍
member-languages = 会说：{ $languages }
member-away = 请假：{ $from } 至 { $until }（{ $zone }）
member-how =
    请假：<code>/staff { $name } away 2026-12-01 2026-12-05</code>
    份额：<code>/staff { $name } weight 2</code>
    语言：<code>/staff { $name } languages zh en</code>
member-away-set =
    ✓ { $name } 请假：{ $from } 至 { $until }（{ $zone }）。
    这段时间不会有人约到。
member-back = ✓ { $name } 已回来，可以重新预约。
member-not-away = { $name } 没有请假，什么都没有改变。
member-weight-set = ✓ { $name } 的分配份额现在是 { $weight } 倍。
member-weight-form = 请写 1 到 { $most } 之间的数字，例如：<code>/staff { $name } weight 2</code>
member-languages-set = ✓ { $name } 会说{ $languages }，会尽量安排说同一种语言的申请人。
member-languages-any = ✓ 已清除 { $name } 的语言记录。
member-languages-form =
    请写上语言，例如：<code>/staff { $name } languages zh en</code>
    清除请写：<code>/staff { $name } languages any</code>
spoken-zh = 中文
spoken-en = 英语
handed-over = { $count } 场已约好的审核转给了同事。
handed-back = { $count } 场审核没有同事能接，已向申请人致歉；有空余时间的，已保留一个。
handed-kept = { $count } 场马上开始的审核仍由您负责，暂时没有同事能接。发送 /agenda 查看。
refused-away =
    没有看懂这些日期，或者日期已经过去。
    整天请假请这样写：<code>/staff 陈晨 away 2026-12-01 2026-12-05</code>
    只请几个小时，请写当天上班的时段：<code>/hours 陈晨 2026-12-01 13:00-18:00</code>

member-contact =
    <b>要把 { $name } 加入团队吗？</b>
    请在下面选择角色。
member-contact-unnamed = 聊天软件没有给出对方的姓名，请写上：<code>/staff add { $id } reviewer 陈晨</code>
member-forward =
    转发的消息在这里没有作用。
    要把对方加入团队，请点下面的按钮选人，或发来对方的名片。
do-pick-person = 选择成员
member-contact-unknown = 这张名片没有对方在聊天软件里的编号，无法添加。请让对方先给机器人发一条消息，再用 /staff add 添加。

order-form =
    请这样写：<code>{ $example }</code>
    后面可以加上这份订单自己的价格（<code>月租=199 押金=1000</code>，单位：元）和返回网址。
order-device = <code>{ $id }</code> { $device }：{ $terms } 个月
order-money-bad =
    “{ $said }”里的金额看不懂。
    月租和押金请写成元，例如：<code>月租=199 押金=1000</code>
order-url-bad =
    “{ $said }”不是网址。
    请写完整的网址，例如：https://rent.example/orders/42
order-made =
    <b>订单链接已生成</b>
    { $device }，{ $term }，月租 { $rent }，押金 { $deposit }
    { $link }
    只能用一次，有效期到 { $until }
do-release = 允许继续
toast-released = ✓ 已允许继续
case-released = 申请 { $code } 可以继续了，已通知申请人。

## 查找和重复申请

command-find = 查找申请
    .example = /find 8000
find = 按{ $by }找到 { $count } 份申请（第 { $page } 页，共 { $pages } 页）
find-by-code = 编号
find-by-number = 证件号
find-by-phone = 手机号
find-by-phone-end = 手机尾号
find-by-name = 姓名
find-line = <b>{ $code }</b> { $state }，{ $date } 开始
find-nothing =
    没有找到申请。
    请写申请编号、完整的证件号、手机号或它的最后四位，或者完整的姓名。
find-form =
    请写要找什么，例如：<code>{ $example }</code>
    可以是申请编号、证件号、手机号或它的最后四位、姓名。

case-flags = <b>与其他申请的关联</b>
case-flag-own = { $what }
case-flag = { $what }：{ $code }（{ $state }）
do-turn-down = 不受理
turn-down-never =
    <b>要不受理 { $code } 吗？</b>
    同一证件号曾经不通过且不再受理，所以这个账号以后也不能再申请。
    申请人会收到“申请没有通过”，不会读到原因。
turn-down-until =
    <b>要不受理 { $code } 吗？</b>
    同一证件号曾经不通过，等待期到 { $time } 为止，之后可以再申请。
    申请人会收到“申请没有通过”，不会读到原因。
turn-down-why =
    <b>要不受理 { $code } 吗？</b>
    请选择原因。申请人会读到它、对应的建议和可以再次申请的日期。
    申请人仍可申诉。
toast-turned-down = ✓ 已不受理
case-turned-down = 申请 { $code } 没有受理，已通知申请人。

## 申请资料

do-see-file = 查看资料
do-open-card-front = 人像面照片
do-open-card-back = 证件另一面
case-blind = 姓名和证件号：请先在通话里看着证件录入，再查看。
refused-entry-first = 请先在审核台看着证件录入号码后六位和姓名，再查看这些资料。
do-open-capture-card-front = 截图：人像面
do-open-capture-card-back = 截图：另一面
do-open-capture-face = 截图：人像
do-open-capture-room = 截图：环境
case-file = <b>{ $code } 的申请资料</b>
case-file-opened = 点下面的按钮可以打开一项。打开的人、项目和时间会记入办理记录。
case-field = { $label }：{ $value }
case-photo = { $code } { $what }
