/** An app with a browser of its own, in which cameras often fail. */
export interface InApp {
  /** its words are `in-app-name-<app>`; `other` for one that we do not know by name */
  app: string
  /** where its menu with "open in the browser" is */
  menu: 'top-dots' | 'bottom-dots' | 'share'
}

type Row = [app: string, pattern: RegExp, menu?: InApp['menu']]

/**
 * By the user agent, the first that fits. Sources: what the apps themselves send, as their documentation and the tests' real strings
 * show. WeCom names WeChat too, and DingTalk, Lark and Xiaohongshu on Android name `wv` too, so they stand before them.
 */
const table: readonly Row[] = [
  ['wecom', /wxwork\//i],
  ['wechat', /MicroMessenger/i],
  ['dingtalk', /DingTalk/i],
  ['alipay', /AlipayClient/i],
  ['lark', /\b(?:Lark|Feishu)\//i],
  ['weibo', /Weibo/i],
  // QQ itself; the browser of the same house (MQQBrowser alone, without ` QQ/`) is one
  ['qq', /\bQQ\/\d/],
  ['douyin', /\baweme|BytedanceWebview|ByteLocale/i],
  ['xiaohongshu', /xhsdiscover|\bdiscover\/\d/i],
  ['baidu', /baiduboxapp/i],
  ['telegram', /Telegram(?:-Android|Bot)?\//i],
  ['instagram', /Instagram/i, 'top-dots'],
  ['messenger', /FBAN\/Messenger|FB_IAB\/Orca/i, 'bottom-dots'],
  ['facebook', /FBAN|FBAV|FB_IAB/i],
  ['line', /\bLine\//i, 'bottom-dots'],
  ['kakaotalk', /KAKAOTALK/i],
  ['twitter', /Twitter for|TwitterAndroid/i, 'share'],
  ['linkedin', /LinkedInApp/i],
  ['snapchat', /Snapchat/i],
  // a WebView of Android says so; one of iOS leaves out what every browser there says
  ['other', /; wv\)/],
  ['other', /\((?:iPhone|iPad|iPod)[^)]*\) AppleWebKit(?!.*Safari\/)/],
]

/** The app whose browser this is; undefined for a browser that stands by itself. */
export function inAppOf(userAgent: string): InApp | undefined {
  const row = table.find(([, pattern]) => pattern.test(userAgent))
  return row && { app: row[0], menu: row[2] ?? 'top-dots' }
}

/** Every app that has a name. */
export const inApps: readonly string[] = [...new Set(table.map(([app]) => app))]

/** How the camera is allowed differs between these: words `camera-denied-<browser>`. */
export const browsers = [
  'edge',
  'samsung',
  'firefox-android',
  'firefox-ios',
  'firefox',
  'chrome-ios',
  'safari-ios',
  'chrome-android',
  'chrome',
  'safari',
] as const
export type Browser = (typeof browsers)[number]

/** `touch`: more than one finger; an iPad calls itself a Macintosh. */
export function browserOf(userAgent: string, touch = false): Browser {
  const has = (pattern: RegExp) => pattern.test(userAgent)
  const apple = has(/iPhone|iPad|iPod/) || (has(/Macintosh/) && touch)
  if (apple) return has(/CriOS\//) ? 'chrome-ios' : has(/FxiOS\//) ? 'firefox-ios' : 'safari-ios'
  if (has(/SamsungBrowser\//)) return 'samsung'
  if (has(/Firefox\//)) return has(/Android/) ? 'firefox-android' : 'firefox'
  if (has(/Edg(?:A|iOS)?\//)) return has(/Android/) ? 'chrome-android' : 'edge'
  if (has(/Android/)) return 'chrome-android'
  return has(/Chrome\//) ? 'chrome' : 'safari'
}
