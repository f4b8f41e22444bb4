import type { Update } from '@grammyjs/types'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startPolling } from '../../bot/polling.ts'
import type { ChatPerson } from '../support/chat.ts'
import { until } from '../support/wait.ts'
import { startDesk, type TestDesk } from './desk.ts'

let desk: TestDesk
beforeEach(async () => {
  desk = await startDesk()
})
afterEach(() => desk.stop())

const textOf = (update: Update) => update.message?.text ?? ''

/** Takes updates as a bot does, slowly: each waits until the test lets it go on. */
function createTaker(slow: (update: Update) => boolean) {
  const begun: string[] = []
  const done: string[] = []
  let release = () => {}
  const released = new Promise<void>(resolve => {
    release = resolve
  })
  const take = async (update: Update) => {
    begun.push(textOf(update))
    if (slow(update)) await released
    done.push(textOf(update))
    return true
  }
  return { begun, done, release: () => release(), take }
}

const sayAll = async (person: ChatPerson, ...texts: string[]) => {
  for (const text of texts) await person.say(text)
}

describe('intake by polling', () => {
  it('takes one person’s updates in their order and different people’s side by side', async () => {
    const { bot } = await desk.startBot({ polls: false })
    const [slow, quick] = [await desk.newcomer(), await desk.newcomer()]
    await sayAll(slow, 'slow 1', 'slow 2', 'slow 3')
    await sayAll(quick, 'quick 1', 'quick 2')
    const taker = createTaker(update => update.message?.from.id === slow.id)
    const polling = startPolling({ bot, take: taker.take }, desk.ctx.log)
    await until(() => taker.done.length === 2, { what: 'the quick ones to be done' })
    expect(taker.done).toEqual(['quick 1', 'quick 2'])
    expect(taker.begun.filter(text => text.startsWith('slow'))).toEqual(['slow 1'])
    taker.release()
    await until(() => taker.done.length === 5, { what: 'all to be done' })
    expect(taker.done.slice(2)).toEqual(['slow 1', 'slow 2', 'slow 3'])
    await polling.stop(1000)
  })

  it('G9: what was not dealt with when the process went comes again at the next start', async () => {
    const { bot } = await desk.startBot({ polls: false })
    const person = await desk.newcomer()
    await sayAll(person, 'one', 'two')
    const stuck = createTaker(() => true)
    const first = startPolling({ bot, take: stuck.take }, desk.ctx.log)
    await until(() => stuck.begun.length === 1, { what: 'the first to begin' })
    await first.stop(10)
    const next = createTaker(() => false)
    const second = startPolling({ bot, take: next.take }, desk.ctx.log)
    await until(() => next.done.length === 2, { what: 'both to be done' })
    expect(next.done).toEqual(['one', 'two'])
    stuck.release()
    await second.stop(1000)
  })

  it('takes an update again whose answer was lost, a bounded number of times', async () => {
    const { bot } = await desk.startBot({ polls: false })
    const person = await desk.newcomer()
    await person.say('hello')
    let times = 0
    const polling = startPolling({ bot, take: async () => ++times > 99 }, desk.ctx.log)
    await until(() => times === 3, { what: 'the third try', timeoutMs: 8_000 })
    await person.say('next')
    await until(() => times > 3, { what: 'the next update' })
    await polling.stop(100)
  })

  it('stands by while another process polls, says so once, and takes over when that one ends', async () => {
    const first = await desk.startBot()
    const person = await desk.newcomer()
    await person.say('/start')
    await person.sees('这里是面审')
    const second = await desk.startBot()
    const said = () => desk.logged.filter(line => line.text.includes('standing by'))
    await until(() => said().length > 0, { what: 'one of them to stand by' })
    await first.stop()
    await person.say('/help')
    await person.sees('/status', 15_000)
    expect(said().length).toBeLessThanOrEqual(2)
    await second.stop()
  })

  it('stops at once from a long poll', async () => {
    const bot = await desk.startBot()
    const person = await desk.newcomer()
    await person.say('/start')
    await person.sees('这里是面审')
    await bot.stop()
  })

  it('carries on after faults of the messenger', async () => {
    await desk.faults([{ kind: '500', method: 'getUpdates', times: 2 }])
    await desk.startBot()
    const person = await desk.newcomer()
    await person.say('/start')
    await person.sees('这里是面审', 15_000)
  })
})
