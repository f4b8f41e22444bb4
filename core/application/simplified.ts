/** Traditional and simplified form of the characters that place names and the answers of the form are written with. */
const pairs =
  '東东門门陽阳廣广慶庆遼辽寧宁龍龙蘇苏贛赣濟济灣湾雲云陝陕肅肃晉晋魯鲁瓊琼貴贵瀋沈長长漢汉馬马蕪芜銅铜廈厦樂乐薩萨蘭兰' +
  '銀银烏乌爾尔濱滨齊齐雞鸡鶴鹤雙双連连錦锦盤盘嶺岭蘆芦滄沧鄲郸張张運运臨临呂吕倫伦錫锡興兴義义溫温紹绍麗丽臺台頭头' +
  '關关遠远順顺禪禅區区縣县鎮镇鄉乡島岛煙烟濰潍萊莱棗枣營营開开許许駐驻鄭郑黃黄荊荆隨随潛潜農农婁娄懷怀欽钦賀贺來来' +
  '賓宾畢毕節节紅红納纳綿绵貢贡瀘泸達达資资壩坝涼凉寶宝隴陇樹树吳吴衛卫豐丰楊杨閔闵賢贤靜静崗岗羅罗鹽盐蕭萧餘余錢钱' +
  '廬庐倉仓鄴邺樓楼棲栖從从萬万壽寿華华驛驿維维壯壮當当莊庄溝沟橋桥嶽岳鳳凤貝贝滿满渦涡蘊蕴鬱郁圍围陰阴韓韩聖圣' +
  '學学習习辦办無无沒没個个體体職职業业員员護护證证國国機机單单遊游戲戏攝摄輯辑頻频時时間间點点選选這这買买賣卖電电腦脑' +
  '筆笔記记專专媽妈師师醫医務务對对變变過过絕绝確确認认請请語语進进狀状態态幫帮兩两著着號号碼码屬属親亲剛刚們们繼继續续' +
  '銷销棄弃後后還还給给問问題题視视訊讯審审預预約约換换設设備备網网課课車车貨货'

const simple = new Map(
  [...pairs].flatMap((sign, index, all) => (index % 2 === 0 ? [[sign, all[index + 1] ?? sign] as const] : [])),
)

/**
 * The text as its words are compared: character by character, so that its length and every place in it stay. What is kept and shown is
 * never this, but what was typed.
 */
export function simplified(text: string): string {
  return [...text]
    .map(sign => simple.get(sign) ?? sign)
    .join('')
    .replaceAll('身分', '身份')
}
