import { describe, expect, it, test } from 'vitest'
import { asOption } from '../../bot/form-options.ts'
import { says, type Word } from '../../bot/words.ts'
import { questions } from '../../core/application/questions.ts'
import { findStep } from '../../core/application/steps.ts'

function understood(field: string, text: string): string {
  const step = findStep(questions, field)?.step
  return step?.kind === 'choice' ? asOption(step, text) : expect.fail(field)
}

describe('an option that is typed is the option, in either language, in traditional characters, however wide', () => {
  const ways: Record<string, Record<string, readonly string[]>> = {
    document: {
      'resident-id': [
        '居民身份证',
        '身份证',
        '身份證',
        '居民身分證',
        '我用身份证',
        '我的是身份證。',
        'I use my ID card',
        ' 身 份 证。',
        'Chinese ID card',
      ],
      'residence-permit': ['永久居留身份证', '外国人永久居留身份证', '外國人永久居留證', 'Residence card'],
      passport: ['护照', '護照', '護照！', 'passport', 'ＰＡＳＳＰＯＲＴ'],
    },
    occupation: {
      employee: ['上班族', '职员', '職員', '员工', 'employee', 'Ｅｍｐｌｏｙｅｅ'],
      business: ['自己做生意', '个体户', '個體戶'.replace('戶', '户'), '老板'],
      freelance: ['自由职业', '自由職業', 'freelancer'],
      student: ['在校学生', '学生', '學生', '大學生', 'Student'],
      public: ['公务员', '公務員', '教师', '教師'],
      home: ['全职在家', '全職媽媽', 'at home'],
      retired: ['退休', '已退休', 'retired.'],
    },
    purpose: { study: ['学习', '學習', '上网课', '上網課', 'study'], work: ['办公', '辦公', 'WORK'], play: ['打游戏', '打遊戲'] },
    deviceUser: { self: ['我', '自己用', 'myself', 'me'], family: ['家人', '家属', '家屬', 'family'] },
    otherRentals: { none: ['没有', '沒有', '无', '無', 'none', 'no'], more: ['两台', '兩臺', '２ 台'] },
  }
  const table = Object.entries(ways).flatMap(([field, options]) =>
    Object.entries(options).flatMap(([option, texts]) => texts.map(text => [field, text, option] as const)),
  )
  test.each(table)('%s: %s is %s', (field, text, option) => {
    expect(understood(field, text)).toBe(option)
  })

  it('anything else stays as it was typed', () => {
    expect(understood('occupation', '網約車司機')).toBe('網約車司機')
    expect(understood('purpose', 'my studies and my work')).toBe('my studies and my work')
  })
})

describe('words that stand for a button', () => {
  const meant: readonly (readonly [Word, readonly string[]])[] = [
    ['skip', ['跳过', '跳過', '没有', '沒有', '無', 'Skip', 'ｓｋｉｐ', 'no.', '不用']],
    ['back', ['返回', '上一步', '‹ 返回', 'Back', 'go back', '‹ Back', 'ＢＡＣＫ']],
    ['keep', ['保留', '不变', '不變', '没变', '沒變', 'same', 'Yes', '保留原答案']],
    ['cancel', ['取消', '退出', 'Stop', 'cancel!'.replace('!', '！')]],
    ['agree', ['同意', '好的', 'I agree', '同意。']],
    ['decline', ['不同意', '我不同意', 'I disagree', '拒绝', '拒絕', 'no']],
    ['submit', ['提交申请', '提交', '确认', '確認', 'Submit', 'OK']],
    ['apply', ['申请', '申請', '开始', '開始申請', 'apply']],
    ['edit', ['修改', 'Edit', 'edit.', '我要修改']],
    ['pass', ['skip', '跳过', '下一题', '提交申请']],
    ['help', ['help', '帮助']],
    ['status', ['status', '进度']],
    ['language', ['English', '中文', '语言', '語言', 'language']],
  ]
  test.each(meant.flatMap(([word, texts]) => texts.map(text => [word, text] as const)))('%s: %s', (word, text) => {
    expect(says(text, word)).toBe(true)
  })

  test.each<[Word, string]>([
    ['skip', '没有别的了，谢谢'],
    ['back', '返回上海'],
    ['keep', '不变的是地址'],
    ['cancel', '取消订单'],
    ['agree', '我不同意'],
    ['submit', '提交什么'],
  ])('%s is not meant by: %s', (word, text) => {
    expect(says(text, word)).toBe(false)
  })
})
