import { describe, expect, it } from 'vitest'
import { locales } from '../../db/values.ts'
import { browserOf, browsers, inAppOf, inApps } from '../../web/room/user-agent.ts'
import { keysOf } from '../texts/catalogue-files.ts'

const android =
  'Mozilla/5.0 (Linux; Android 14; 23127PN0CC Build/UKQ1.230804.001; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0'
const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)'
const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)'

describe('an app’s own browser is known by what it calls itself', () => {
  it.each([
    [
      'wechat',
      `${android} Chrome/126.0.6478.188 Mobile Safari/537.36 XWEB/1260117 MMWEBSDK/20240501 MicroMessenger/8.0.50.2701(0x28003255) WeChat/arm64 Weixin NetType/WIFI Language/zh_CN ABI/arm64`,
    ],
    ['wechat', `${iphone} Mobile/15E148 MicroMessenger/8.0.49(0x18003137) NetType/4G Language/zh_CN`],
    [
      'wechat',
      `${windows} Chrome/122.0.0.0 Safari/537.36 NetType/WIFI MicroMessenger/7.0.20.1781(0x6700143B) WindowsWechat(0x63090c11) XWEB/11275 Flue`,
    ],
    ['wecom', `${iphone} Mobile/15E148 wxwork/4.1.26 MicroMessenger/7.0.1 Language/zh ColorScheme/Light`],
    [
      'qq',
      `${android} Chrome/121.0.6167.71 MQQBrowser/6.2 TBS/047601 Mobile Safari/537.36 V1_AND_SQ_9.0.70_6698_YYB_D QQ/9.0.70.17095 NetType/WIFI WebP/0.3.0`,
    ],
    ['qq', `${iphone} Mobile/15E148 QQ/9.0.60.626 V1_IPH_SQ_9.0.60_1_APP_A Pixel/1170`],
    [
      'alipay',
      `${iphone} Mobile/15E148 NebulaSDK/1.8.100112 Nebula WK PSDType(1) AlipayDefined(nt:WIFI,ws:390|780|3.0) AliApp(AP/10.6.0.6000) AlipayClient/10.6.0.6000 Language/zh-Hans`,
    ],
    [
      'dingtalk',
      `${android} Chrome/119.0.6045.193 Mobile Safari/537.36 AliApp(DingTalk/7.6.0) com.alibaba.android.rimet/36914466 Channel/700159 language/zh-CN`,
    ],
    ['weibo', `${iphone} Mobile/15E148 Weibo (iPhone14,5__weibo__14.6.0__iphone__os17.5.1)`],
    [
      'lark',
      `${android} Chrome/108.0.5359.220 Mobile Safari/537.36 Lark/7.18.6 LarkLocale/zh_CN ChannelName/Feishu TTWebView/1081130049006`,
    ],
    [
      'douyin',
      `${android} Chrome/118.0.0.0 Mobile Safari/537.36 aweme_300900 JsSdk/1.0 NetType/WIFI AppName/aweme app_version/30.9.0 ByteLocale/zh-CN`,
    ],
    ['xiaohongshu', `${iphone} Mobile/15E148 Safari/604.1 xhsdiscover/8.39 (iPhone; iOS 17.5; Scale/3.00)`],
    [
      'baidu',
      `${android} Chrome/97.0.4692.98 Mobile Safari/537.36 T7/13.55 SP-engine/2.93.0 baiduboxapp/13.57.0.10 (Baidu; P1 14)`,
    ],
    [
      'telegram',
      `${android} Chrome/126.0.6478.122 Mobile Safari/537.36 Telegram-Android/11.2.2 (Xiaomi 23127PN0CC; Android 14; SDK 34; HIGH)`,
    ],
    [
      'facebook',
      `${iphone} Mobile/15E148 [FBAN/FBIOS;FBAV/466.0.0.39.106;FBBV/602213542;FBDV/iPhone14,5;FBMD/iPhone;FBSN/iOS;FBSV/17.5.1]`,
    ],
    ['facebook', `${android} Chrome/126.0.6478.122 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/468.0.0.54.78;IABMV/1;]`],
    ['messenger', `${iphone} Mobile/15E148 [FBAN/MessengerForiOS;FBAV/461.0.0.32.109;FBBV/600]`],
    [
      'instagram',
      `${android} Chrome/126.0.6478.122 Mobile Safari/537.36 Instagram 337.0.0.35.102 Android (34/14; 480dpi; 1080x2400; samsung; SM-S911B)`,
    ],
    ['line', `${iphone} Mobile/15E148 Safari Line/14.8.0`],
    ['kakaotalk', `${android} Chrome/126.0.0.0 Mobile Safari/537.36;KAKAOTALK 2410650`],
    ['twitter', `${iphone} Mobile/15E148 Twitter for iPhone/10.48`],
    ['other', `${android} Chrome/126.0.6478.122 Mobile Safari/537.36`],
    ['other', `${iphone} Mobile/15E148`],
  ])('%s: %s', (app, agent) => {
    expect(inAppOf(agent)?.app).toBe(app)
  })
})

describe('a browser that stands by itself is none, and its help is its own', () => {
  it.each([
    ['chrome', `${windows} Chrome/131.0.0.0 Safari/537.36`, false],
    ['edge', `${windows} Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0`, false],
    ['firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0', false],
    ['firefox-android', 'Mozilla/5.0 (Android 14; Mobile; rv:133.0) Gecko/133.0 Firefox/133.0', true],
    ['firefox-ios', `${iphone} FxiOS/131.0 Mobile/15E148 Safari/605.1.15`, true],
    ['safari', `${mac} Version/17.5 Safari/605.1.15`, false],
    ['safari-ios', `${mac} Version/17.5 Safari/605.1.15`, true],
    ['safari-ios', `${iphone} Version/17.5 Mobile/15E148 Safari/604.1`, true],
    ['chrome-ios', `${iphone} CriOS/131.0.6778.73 Mobile/15E148 Safari/604.1`, true],
    [
      'samsung',
      'Mozilla/5.0 (Linux; Android 14; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36',
      true,
    ],
    [
      'chrome-android',
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36',
      true,
    ],
    // the browser of QQ's house, not QQ; and Xiaomi's own
    [
      'chrome-android',
      'Mozilla/5.0 (Linux; U; Android 14; zh-cn; 23127PN0CC) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/109.0.5414.86 MQQBrowser/15.2 Mobile Safari/537.36',
      true,
    ],
    [
      'chrome-android',
      'Mozilla/5.0 (Linux; U; Android 14; zh-cn; 23127PN0CC) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/118.0.5993.80 Mobile Safari/537.36 XiaoMi/MiuiBrowser/18.8.1',
      true,
    ],
  ] as const)('%s: %s, touch: %s', (name, agent, touch) => {
    expect(inAppOf(agent)).toBeUndefined()
    expect(browserOf(agent, touch)).toBe(name)
  })
})

it('every app has a name, every place of a menu its words, and every browser its help, in both languages', () => {
  for (const locale of locales) {
    const keys = new Set(keysOf('web', locale))
    const wanted = [
      ...inApps.map(app => `in-app-name-${app}`),
      ...['top-dots', 'bottom-dots', 'share'].map(menu => `in-app-menu-${menu}`),
      ...browsers.map(browser => `camera-denied-${browser}`),
    ]
    expect(wanted.filter(key => !keys.has(key))).toEqual([])
  }
})
