import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changePolicy } from '../../core/desk/change-policy.ts'
import { policyNames, policyRules, spellSetting } from '../../core/desk/policy-rules.ts'
import { readPolicy } from '../../core/desk/read-policy.ts'
import { defaultPolicy } from '../../core/policy.ts'
import { audit } from '../../db/schema/audit.ts'
import { openPolicy } from '../../start/policy.ts'
import { type ChatPerson, labelsOf } from '../support/chat.ts'
import { until } from '../support/wait.ts'
import { adminId, reviewerId, startDesk, type TestDesk } from './desk.ts'

let desk: TestDesk
let admin: ChatPerson
beforeAll(async () => {
  desk = await startDesk()
  await desk.startBot()
  admin = await desk.person(adminId)
})
afterAll(() => desk.stop())

const stands = async () => (await readPolicy(desk.ctx)).leadMinutes
const changes = async () =>
  (await desk.ctx.db.select().from(audit).where(eq(audit.action, 'policy.changed'))).map(row => JSON.parse(row.body).data)

describe('/policy', () => {
  it('lists every setting with its present value, and opens one with meaning, default, bounds and history', async () => {
    await admin.say('/policy')
    const all = await admin.sees('Policy of the desk')
    expect(all.text?.match(/: /g)?.length).toBeGreaterThanOrEqual(policyNames.length)
    expect(all.text).toContain('Lead: 20 minutes')
    await admin.press('Times')
    expect(labelsOf(await admin.sees('Times that are offered'))).toContain('Lead')
    await admin.press('Lead')
    const one = await admin.sees('Never changed.')
    expect(one.text).toContain('Default 20 minutes; possible from 0 minutes to 1,440 minutes.')
    expect(one.text).toContain('/policy lead-minutes 20')
  })

  it('changes one, says from what to what, and takes it back by a press; both stand in the trail', async () => {
    await admin.say('/policy Lead minutes 30')
    await admin.sees('Did you mean /policy lead-minutes?')
    await admin.say('/policy lead-minutes ３０ min')
    await admin.sees('Lead: 20 minutes → 30 minutes')
    expect(await stands()).toBe(30)
    expect((await admin.press('Undo')).text).toBe('Changed')
    await admin.sees('Lead: 30 minutes → 20 minutes')
    expect(await stands()).toBe(20)
    expect((await changes()).slice(-2)).toEqual([
      { setting: 'leadMinutes', before: 20, after: 30 },
      { setting: 'leadMinutes', before: 30, after: 20 },
    ])
    await admin.say('/policy leadMinutes')
    expect((await admin.sees('Changes')).text).toMatch(/30 minutes → 20 minutes[\s\S]*20 minutes → 30 minutes/)
  })

  it('two admins at once: a button drawn on an older value changes nothing', async () => {
    await admin.say('/policy lead-minutes 40')
    await admin.sees('20 minutes → 40 minutes')
    await changePolicy(desk.ctx, { name: 'leadMinutes', value: 50 })
    expect((await admin.press('Undo')).text).toBe('Somebody has changed it meanwhile')
    expect(await stands()).toBe(50)
    await admin.say('/policy lead-minutes default')
    await admin.sees('50 minutes → 20 minutes')
    await admin.say('/policy lead-minutes 20')
    await admin.sees('is 20 minutes already')
  })

  it.each([
    ['/policy led-minutes 5', 'Did you mean /policy lead-minutes?'],
    ['/policy lead-minutes soon', 'goes from 0 minutes to 1,440 minutes'],
    ['/policy lead-minutes -5', 'goes from 0 minutes to 1,440 minutes'],
    ['/policy lead-minutes 99999', 'goes from 0 minutes to 1,440 minutes'],
    ['/policy lead-minutes 2.5', 'goes from 0 minutes to 1,440 minutes'],
    ['/policy lead-minutes 5 days', 'For example: /policy lead-minutes 20'],
    ['/policy missed-after-minutes 2', 'does not fit “Nudge”, which is 2 minutes'],
    ['/policy <b>x</b>', 'There is no setting “<b>x</b>”'],
  ])('G11: “%s” is answered with what is right, and changes nothing', async (said, answer) => {
    const before = [await readPolicy(desk.ctx), await changes()]
    await admin.say(said)
    await admin.sees(answer)
    expect([await readPolicy(desk.ctx), await changes()]).toEqual(before)
  })

  it('is no command for anybody but admins', async () => {
    const reviewer = await desk.person(reviewerId)
    await reviewer.say('/policy lead-minutes 30')
    await reviewer.sees('没有这个命令')
    expect(await stands()).toBe(20)
  })
})

it('every process works by the new number, without a restart', async () => {
  const elsewhere = await openPolicy(desk.sql)
  const { policy } = elsewhere
  expect(policy).toEqual(defaultPolicy)
  await changePolicy(desk.ctx, { name: 'horizonDays', value: 14 })
  await until(() => policy.horizonDays === 14, { what: 'the notification' })
  await changePolicy(desk.ctx, { name: 'horizonDays' })
  await until(() => policy.horizonDays === 7, { what: 'the notification' })
  await elsewhere.close()
})

it('every default lies within its own bounds, and every name is found as it is spelled', async () => {
  for (const name of policyNames) {
    expect(defaultPolicy[name]).toBeGreaterThanOrEqual(policyRules[name].least)
    expect(defaultPolicy[name]).toBeLessThanOrEqual(policyRules[name].most)
    expect(spellSetting(name)).toMatch(/^[a-z-]+$/)
  }
})
