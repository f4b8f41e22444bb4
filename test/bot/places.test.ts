import { afterAll, beforeAll, expect, it } from 'vitest'
import { readApplication } from '../../core/application/answers.ts'
import { readCase } from '../../core/case/load.ts'
import { labelsOf } from '../support/chat.ts'
import { startDesk, type TestDesk } from './desk.ts'
import { fillTo, fillUntil } from './filling.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startDesk()
  await desk.startBot()
})
afterAll(() => desk.stop())

async function said(caseId: string) {
  const { answers } = await readApplication(desk.ctx, await readCase(desk.ctx, { id: caseId }))
  return (field: string) => answers.get(field)?.value
}

it('every province stands on a page, every city and district behind it, by buttons alone', async () => {
  const person = await desk.newcomer()
  await fillUntil(desk, person, 'province')
  const first = labelsOf(await person.sees('5/9'))
  await person.press('下一页 ›')
  const second = labelsOf(await person.sees('5/9'))
  const provinces = [...first, ...second].filter(label => !/页|返回/.test(label))
  expect([provinces.length, new Set(provinces).size]).toEqual([31, 31])
  await person.press('‹ 上一页')
  expect(labelsOf(await person.sees('5/9'))).toEqual(first)
  await person.press('下一页 ›')
  await person.press('新疆维吾尔自治区')
  await person.sees('请选择城市')
  await person.press('喀什地区')
  await person.sees('请选择区县')
  await person.press('喀什市')
  expect((await person.sees('请输入街道')).text).toContain('新疆维吾尔自治区喀什地区喀什市')
})

it('districts are typed too, in short, in traditional characters and in Latin letters', async () => {
  const person = await desk.newcomer()
  const { caseId } = await fillTo(desk, person, 'province')
  for (const [typed, district] of [
    ['深圳', '南山'],
    ['深圳', '南山區'],
    ['Shenzhen', 'Nanshan'],
  ] as const) {
    await person.say(typed)
    await person.sees('请选择区县')
    await person.say(district)
    await person.sees('请输入街道')
    expect((await said(caseId))('district')).toBe('440305')
    for (let back = 0; back < 3; back++) {
      await person.say('返回')
      await person.sees('5/9')
    }
  }
})

it('a province with a word that is no place is asked again, with what was understood above the other buttons', async () => {
  const person = await desk.newcomer()
  const { caseId } = await fillTo(desk, person, 'province')
  for (const typed of ['浙江省某某', '浙江省杭州市某某']) {
    await person.say(typed)
    const asked = await person.sees('没有看懂后面的地名')
    expect(labelsOf(asked)[0]).toBe('浙江省')
    expect((await said(caseId))('province')).toBeUndefined()
  }
  await person.press('浙江省')
  await person.sees('请选择城市')
  await person.say('返回')
  await person.sees('5/9')
  // long enough for a street, but of no known city: the street is not kept either
  await person.say('浙江省某某某某路 5 号')
  await person.sees('请选择城市')
  expect((await said(caseId))('address')).toBeUndefined()
})

it('another province lets city, district and street go; the same one keeps them', async () => {
  const person = await desk.newcomer()
  const { caseId } = await fillTo(desk, person, 'occupation')
  const back = async (times: number) => {
    for (let step = 0; step < times; step++) {
      await person.say('返回')
      await person.sees('5/9')
    }
  }
  await back(4)
  await person.say('浙江')
  await person.sees('文三路')
  expect((await said(caseId))('address')).toContain('文三路')
  await back(1)
  await person.say('江苏')
  await person.sees('请选择城市')
  const told = await said(caseId)
  expect(['city', 'district', 'address'].map(told)).toEqual([undefined, undefined, undefined])
})

it('another document lets its number and photos go, and asks for its own', async () => {
  const person = await desk.newcomer()
  const { caseId } = await fillTo(desk, person, 'note')
  await person.say('/status')
  await person.sees('补充说明')
  for (let station = ''; !station.includes('请核对') && !/证件办理/.test(station); ) {
    await person.say('返回')
    station = (await person.sees(/·/)).text ?? ''
  }
  await person.say('護照')
  await person.sees('护照号码')
  const told = await said(caseId)
  expect(['documentNumber', 'cardPhoto', 'cardPhotoBack'].map(told)).toEqual([undefined, undefined, undefined])
  expect(told('name')).toBe('欧阳晓雨')
})
