import type { Ctx } from '../core/context.ts'
import { readNextDue } from '../core/desk/next-due.ts'
import { seedDevices } from '../core/device/seed.ts'
import { addStaff, listStaff } from '../core/staff/add.ts'
import { setHours } from '../core/staff/hours.ts'
import { setStatus } from '../core/staff/set-status.ts'
import type { Locale, StaffRole } from '../db/values.ts'
import type { ClockState, SandboxClock, SandboxUser } from '../sandbox/contract.ts'
import { speak } from '../texts/fluent.ts'
import type { Desk } from './desk.ts'

/** The bot of the sandbox; a token that means nothing anywhere else. */
export const sandboxBot = {
  token: '7000000001:sandbox-token-of-mianshen-00',
  firstName: '面审 Mianshen',
  username: 'mianshen_sandbox_bot',
}

interface SeededMember extends SandboxUser {
  roles: StaffRole[]
  name: string
}

const invented = (id: number, seat: 'reviewer' | 'admin', firstName: string, roles: StaffRole[]): SeededMember => ({
  id,
  seat,
  firstName,
  name: firstName,
  languageCode: 'zh-hans',
  phone: `+861990000${id}`,
  roles,
})

/** The sandbox's staff: an admin and three reviewers, all invented, with shifts around the clock. */
const members: readonly SeededMember[] = [
  invented(2001, 'reviewer', '林晓', ['reviewer']),
  invented(2002, 'reviewer', '陈默', ['reviewer']),
  invented(2003, 'reviewer', '周宁', ['reviewer']),
  invented(3001, 'admin', '何洁', ['admin']),
]

/** Who sits in the sandbox's chats from the start: the staff, and a first applicant. */
export const sandboxSeats: SandboxUser[] = [
  { id: 1001, seat: 'applicant', firstName: '小雨', languageCode: 'zh-hans', phone: '+8619900001001' },
  ...members.map(({ roles: _roles, name: _name, ...user }) => user),
]

const everyDay = [1, 2, 3, 4, 5, 6, 7]

/** Puts the sandbox's staff and catalogue on an empty desk; on one that has them nothing changes. */
export async function seedSandbox(ctx: Ctx): Promise<void> {
  await seedDevices(ctx)
  if ((await listStaff(ctx)).length > 0) return
  const locale: Locale = 'zh-CN'
  for (const { id, name, roles } of members) {
    const member = await addStaff(ctx, { telegramId: id, name, roles, locale, quiet: true })
    if (!roles.includes('reviewer')) continue
    const windows = everyDay.map(weekday => ({ weekday, startMinute: 0, endMinute: 24 * 60 }))
    await setHours(ctx, { staffId: member.id, weekdays: everyDay, windows })
    await setStatus(
      { ...ctx, actor: { kind: 'staff', personId: member.personId, staffId: member.id, roles } },
      { status: 'online' },
    )
  }
}

/** What the sandbox page's clock shows and moves. */
export function sandboxClock(desk: Desk, ctx: Ctx): SandboxClock {
  return {
    async state(): Promise<ClockState> {
      const stops = (await readNextDue(ctx)).map(({ kind, at, code }) => ({
        key: kind,
        at: at.toISOString(),
        label: { zh: speak('zh-CN').plain(`clock-${kind}`, { code }), en: speak('en').plain(`clock-${kind}`, { code }) },
      }))
      return { now: ctx.now().toISOString(), offsetSeconds: Math.round(desk.clock.offset() / 1000), stops }
    },
    async moveTo(to) {
      await desk.clock.move(to === 'real' ? 0 : to.getTime() - Date.now())
    },
  }
}
