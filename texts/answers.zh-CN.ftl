# 申请表里各题的名称和选项。

question-device = 设备和租期
question-name = 姓名
question-document = 证件
question-phone = 手机号
question-address = 收货地址
question-occupation = 职业
question-purpose = 用途和使用计划
question-otherRentals = 其他租赁
question-cardPhoto = 证件照片
question-note = 补充说明

## 选项：.also 是打字时的其他说法，用 | 隔开

answer-skipped = 没有填
option-document-resident-id = 居民身份证
    .also = 身份证|二代身份证|大陆身份证
option-document-residence-permit = 永久居留身份证
    .also = 外国人永久居留身份证|外国人永久居留证|永居证|永居卡|五星卡
option-document-passport = 护照
    .also = 外国护照|本国护照
option-occupation-employee = 上班族
    .also = 上班|职员|公司职员|员工|打工|白领
option-occupation-business = 自己做生意
    .also = 做生意|个体户|个体|经商|老板
option-occupation-freelance = 自由职业
    .also = 自由职业者|自由
option-occupation-student = 在校学生
    .also = 学生|大学生|研究生
option-occupation-public = 机关事业单位
    .also = 公务员|事业单位|教师|老师
option-occupation-home = 全职在家
    .also = 全职妈妈|家庭主妇|在家|待业
option-occupation-retired = 已退休
    .also = 退休|退休了
option-purpose-study = 学习上课
    .also = 学习|上课|上网课|网课
option-purpose-work = 工作办公
    .also = 工作|办公
option-purpose-create = 拍摄剪辑
    .also = 拍摄|剪辑|剪视频|拍视频|拍照
option-purpose-play = 游戏娱乐
    .also = 游戏|娱乐|打游戏|玩游戏|看视频
option-purpose-daily = 日常使用
    .also = 日常|日常用|自用
option-deviceUser-self = 我自己
    .also = 自己|我|本人|自己用|我自己用
option-deviceUser-family = 家里人
    .also = 家人|家属|亲人
option-otherRentals-none = 没有
    .also = 无|没|没租|没有租|不租
option-otherRentals-one = 租着一台
    .also = 有|有一台|一台|1 台
option-otherRentals-more = 不止一台
    .also = 多台|两台|2 台|三台|很多
