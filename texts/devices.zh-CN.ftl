# 管理员在聊天里管理设备：/devices、设备表，以及导入前的预览。

devices = <b>设备</b>（{ $page }/{ $pages }），共 { $count } 款
devices-none = 还没有设备。没有设备，就没人能申请。
devices-line = { $id } · { $device } · 月租 { $rent }
devices-line-off = { $id } · { $device } · 月租 { $rent } · 已下架
devices-file =
    要批量修改：发送 <code>{ $example }</code> 取得设备表，
    用表格软件改好，再发回这里。
devices-unknown = 没有设备“{ $said }”。您是不是要找 <code>/devices { $nearest }</code>？
devices-exporting = 设备表马上发来。
devices-file-sent =
    <b>全部设备</b>
    改好后把文件发回这里，确认之前不会改动任何设备。
device = <b>{ $zh }</b> / { $en }（{ $id }）
device-off = <b>{ $zh }</b> / { $en }（{ $id }），已下架
device-money = 月租 { $rent }，押金 { $deposit }，价值 { $value }
device-terms = 租期（月）：{ $terms }
device-form =
    要修改，请发送，例如：<code>{ $example }</code>
    可改：{ $fields }
device-changed =
    ✓ <b>{ $id }</b> 已修改。
    对之后的申请生效，已提交的申请不变。
device-change-line = { $field }：{ $from } → { $to }
device-same = <b>{ $id }</b> 本来就是这样，没有改动。
device-is-on = 在架
device-is-off = 已下架
device-field-nameZh = 中文名
device-field-nameEn = 英文名
device-field-monthlyRentFen = 月租
device-field-depositFen = 押金
device-field-valueFen = 价值
device-field-terms = 租期
device-field-active = 状态
device-field-picture = 图片
device-picture-set =
    ✓ { $device } 以后用这张照片。
    想换回自动画的图：<code>{ $undo }</code>
device-picture-bad-not-received = 照片没有收到，请再发一次。
device-picture-bad-not-a-photo = 这个文件不是能用的照片，设备图片没有改动。请发 JPEG 或 PNG。
device-picture-bad-too-small = 照片太小，设备图片没有改动。请发短边至少 400 像素、长边至少 600 像素的照片。
device-picture-bad-too-big = 照片太大，设备图片没有改动。请发不超过 20 MB 的照片。
device-picture-drawn = 自动画
device-picture-sent = 发来的照片
device-picture-phone = 画成手机
device-picture-fold = 画成折叠屏
device-picture-tablet = 画成平板
device-picture-laptop = 画成笔记本电脑
device-picture-other = 画成盒子

# 画在设备图片上
picture-price = 月租 { $rent } · 押金 { $deposit }

do-device-off = 下架
do-device-on = 上架
do-devices = 全部设备
toast-device-off = 已下架
toast-device-on = 已上架
devices-file-wrong = <b>这个文件没有导入，设备没有改动。</b>请修改：
devices-file-not-received = 文件没有收到，请再发一次。
devices-file-too-big = 文件太大。设备表最多 { $most } 款、256 KB，请拆开再发。
devices-problem-not-text = 不是文本。请另存为 CSV，编码用 UTF-8 或 GB18030。
devices-problem-columns = 第 1 行：缺少“{ $column }”这一列。
devices-problem-empty = 标题下面没有设备。
devices-problem-too-many = 超过 { $most } 款设备，请拆开再发。
devices-problem-cells = 第 { $line } 行：格子比列多。内容里有逗号时，要加引号。
devices-problem-id = 第 { $line } 行，{ $column }：只用小写字母、数字和连字符，例如 phone-pro。
devices-problem-twice = 第 { $line } 行：这个 { $column } 上面已经有了。
devices-problem-name = 第 { $line } 行，{ $column }：1 到 60 个字，不能以 = + - 或 @ 开头。
devices-problem-money = 第 { $line } 行，{ $column }：以元计，不能是负数，例如 1499 或 1499.50。
devices-problem-terms = 第 { $line } 行，{ $column }：1 到 60 个月，用空格隔开，例如 6 12 24。
devices-problem-picture = 第 { $line } 行，{ $column }：留空会自动画一张；也可以填图片网址，或 phone、fold、tablet、laptop、other。
devices-problem-active = 第 { $line } 行，{ $column }：填 yes 或 no。
devices-import =
    <b>这个文件会新增 { $added } 款，修改 { $changed } 款</b>
    不变 { $same } 款；文件里没有的 { $untouched } 款不动。
devices-import-added = + { $id } · { $device } · 月租 { $rent }
devices-import-changed = <b>{ $id }</b>
devices-import-more = 还有 { $count } 款
devices-import-nothing = 没有要改的：文件里的 { $same } 款和现在一样。
devices-imported = ✓ 已导入：新增 { $added } 款，修改 { $changed } 款。
devices-import-dropped = 保持原样，没有改动。
do-import = 确认导入
do-import-not = 不导入
toast-imported = 已导入
toast-import-not = 没有改动
toast-import-stale = 设备刚刚有改动，请重新发送文件
command-devices = 设备、价格和租期
    .example = /devices phone-pro rent 199
