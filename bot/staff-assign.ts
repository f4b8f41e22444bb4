import { type Givable, giveBooking, readGivable } from '../core/booking/give-to.ts'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/refusal.ts'
import { findStaffByName } from '../core/staff/find.ts'
import type { Button } from '../texts/keyboard.ts'
import type { Press } from '../texts/press.ts'
import { inPairs } from './form-summary.ts'
import { edit, message, type Reply, toast } from './replies.ts'
import type { Scene } from './scene.ts'
import { readCode } from './staff-case.ts'
import { pressDeciders } from './staff-verdict.ts'

type Put = (html: string, buttons?: Button[][]) => Reply
type Pressed = Extract<Press, { verb: 'give' | 'give-yes' }>
const mostPeople = 16

/** `/assign <code>`: who could take it; `/assign <code> <name>`: what that would mean. Nothing is done before a yes. */
export async function assign(ctx: Ctx, scene: Scene, args: string): Promise<Reply[]> {
  const { voice } = scene
  const [, said = '', rest = ''] = /^(\S*)\s*(.*)$/su.exec(args.normalize('NFKC').trim()) ?? []
  const code = readCode(said)
  if (!code) return [message(voice.html('case-form', { example: voice.label('command-assign.example') }))]
  const givable = await readGivable(ctx, { code })
  // what waits for a decision is given to somebody who may decide
  if (!givable) return (await pressDeciders(ctx, scene, { code, version: '0' })).map(asMessage)
  if (rest === '') return [choose(scene, givable, message)]
  const named = await findStaffByName(ctx, rest)
  if (!named) return refuse('not-found', { what: 'staff' })
  const person = givable.people.find(({ id }) => id === named.member.id)
  return [
    person
      ? ask(scene, givable, person, message)
      : message(voice.html('give-not', { name: named.member.name, ...about(scene, givable) })),
  ]
}

const asMessage = (reply: Reply): Reply => (reply.kind === 'edit' ? { ...reply, kind: 'message' } : reply)

const about = ({ voice }: Scene, { code, startsAt, present }: Givable) => ({ code, present, time: voice.time(startsAt) })

function choose(scene: Scene, givable: Givable, put: Put): Reply {
  const { voice } = scene
  const { code, version, people } = givable
  if (people.length === 0) return put(voice.html('give-nobody', about(scene, givable)))
  const names = people
    .slice(0, mostPeople)
    .map(({ id, name }): Button => ({ label: name, press: { verb: 'give', code, booked: String(version), staffId: id } }))
  return put(voice.html('give-whom', about(scene, givable)), inPairs(names))
}

/** What it would mean: who keeps what, and who is told. */
function ask(scene: Scene, givable: Givable, { id, name }: { id: string; name: string }, put: Put): Reply {
  const { voice } = scene
  const { code, version } = givable
  const yes: Button = {
    label: voice.label('do-give'),
    press: { verb: 'give-yes', code, booked: String(version), staffId: id },
    style: 'primary',
  }
  return put(voice.html('give-ask', { ...about(scene, givable), name }), [
    [yes],
    [{ label: voice.label('do-back'), press: { verb: 'case', code } }],
  ])
}

export async function pressGive(ctx: Ctx, scene: Scene, { code, booked, staffId }: Pressed): Promise<Reply[]> {
  const givable = await readGivable(ctx, { code })
  if (!givable || String(givable.version) !== booked) return refuse('stale', {})
  const person = givable.people.find(({ id }) => id === staffId)
  return [person ? ask(scene, givable, person, edit) : choose(scene, givable, edit)]
}

export async function pressGiveYes(ctx: Ctx, scene: Scene, { code, booked, staffId }: Pressed): Promise<Reply[]> {
  const before = await readGivable(ctx, { code })
  await giveBooking(ctx, { code, version: Number(booked), staffId })
  const name = before?.people.find(({ id }) => id === staffId)?.name ?? ''
  const html = scene.voice.html('given', { code, name, before: before?.present ?? '' })
  return [toast(scene.voice.label('toast-given')), { kind: 'close', html }]
}
