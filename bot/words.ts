import { normaliseText } from '../core/application/normalise.ts'
import { simplified } from '../core/application/simplified.ts'
import { type Args, speak } from '../texts/fluent.ts'

/** What people type where a button would have done. Only a message that is nothing else counts. */
const words = {
  back: ['back', 'go back', 'previous', '返回', '上一步', '后退', '回上一步'],
  cancel: ['cancel', 'stop', 'quit', 'exit', '取消', '退出', '不办了', '不租了'],
  keep: [
    'keep',
    'keep it',
    'same',
    'unchanged',
    'still right',
    'yes',
    '保留',
    '不变',
    '不改',
    '没变',
    '没有变化',
    '没变化',
    '是',
    '是的',
    '对',
  ],
  skip: ['skip', 'no', 'nothing', 'none', '跳过', '没有', '无', '不用'],
  /** where nothing can be passed over: on without an answer */
  pass: ['skip', 'skip it', 'next', 'continue', 'submit', '跳过', '略过', '下一题', '下一步', '继续', '提交', '提交申请'],
  edit: ['edit', 'change', '修改', '更改', '改', '我要修改', '我想修改'],
  help: ['help', '帮助', '怎么用'],
  status: ['status', '进度', '状态', '查进度'],
  apply: ['apply', 'start', 'begin', '申请', '开始', '开始申请', '租手机', '租电脑'],
  appeal: ['appeal', '申诉', '提出申诉', '我要申诉'],
  language: ['language', 'english', '语言', '中文', '英文'],
  agree: ['agree', 'i agree', 'yes', 'ok', '同意', '我同意', '好', '好的', '是'],
  decline: [
    'decline',
    'no',
    'disagree',
    'i disagree',
    'i do not agree',
    "i don't agree",
    '不同意',
    '我不同意',
    '拒绝',
    '否',
    '不',
  ],
  submit: ['submit', 'send', 'yes', 'ok', '提交', '提交申请', '确认', '确认提交', '好', '好的', '是'],
} as const satisfies Record<string, readonly string[]>
export type Word = keyof typeof words

/** Labels of the phone question's keys arrive as typed text; those of the summary's buttons are typed by some. */
const keyLabels: Partial<Record<Word, string>> = { back: 'do-back', keep: 'do-keep', edit: 'do-edit', submit: 'do-submit' }
const noArgs: Args = {}

/** True where the text is one of the ways to say that word, in either language. */
export function says(text: string, word: Word): boolean {
  const said = simplified(normaliseText(text))
    .toLowerCase()
    .replace(/[\s.。!！,，‹<«]+$|^[\s‹<«]+/gu, '')
  const listed: readonly string[] = words[word]
  const label = keyLabels[word]
  const labels = label ? [speak('zh-CN').plain(label, noArgs), speak('en').plain(label, noArgs)] : []
  return listed.includes(said) || labels.some(label => label.toLowerCase().replace(/^[\s‹]+/u, '') === said)
}
