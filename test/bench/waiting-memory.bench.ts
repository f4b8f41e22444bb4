import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { JoinResponse } from '../../api/contract.ts'
import { enter } from '../support/api.ts'
import { openBenchDesk } from './bench-desk.ts'
import { makeBookedCases } from './booked-cases.ts'
import type { Emit } from './measurement.ts'

export const name = 'waiting-memory'

const hundreds = 3
/** Come before the first measurement, so that what is loaded and compiled once is not counted for anybody. */
const warmUp = 30
/** what the collector and the database's answers take to come to rest */
const settleMs = 1_000
const headers = { 'content-type': 'application/json' }

interface Held {
  heapUsed: number
  rss: number
}

/**
 * The memory of the API's process, after a collection, with 100, 200 and 300 applicants in the waiting rooms of as many calls: each has joined over
 * HTTP and holds its room's socket.
 */
export async function run(emit: Emit): Promise<void> {
  const desk = await openBenchDesk()
  const file = fileURLToPath(new URL('./waiting-api-process.js', import.meta.url))
  const api = fork(file, [JSON.stringify(desk.settings)], { execArgv: ['--expose-gc'] })
  const sockets: { close(): void }[] = []
  try {
    const { port } = await answerOf<{ port: number }>(api)
    await desk.addReviewer('Bench')
    const codes = await makeBookedCases(desk, warmUp + hundreds * 100)
    const wait = async (count: number) => {
      for (const code of codes.splice(0, count)) sockets.push(await takeSeat(port, code, sockets.length))
      return measure(api)
    }
    const held = [await wait(warmUp)]
    for (let made = 0; made < hundreds; made++) held.push(await wait(100))
    report(emit, held)
  } finally {
    for (const socket of sockets) socket.close()
    const ended = once(api, 'exit')
    api.send('stop')
    await ended
    await desk.close()
  }
}

function report(emit: Emit, held: Held[]): void {
  const kilobytes = (of: keyof Held, from: number, to: number) => ((held[to]?.[of] ?? 0) - (held[from]?.[of] ?? 0)) / 1000
  for (let hundred = 1; hundred <= hundreds; hundred++) {
    const value = kilobytes('heapUsed', hundred - 1, hundred)
    emit({ name: `${name}, heap, from ${hundred * 100 - 100} to ${hundred * 100}`, value, unit: 'kB' })
  }
  emit({ name: `${name}, heap, per 100`, value: kilobytes('heapUsed', 0, hundreds) / hundreds, unit: 'kB' })
  emit({ name: `${name}, resident, per 100`, value: kilobytes('rss', 0, hundreds) / hundreds, unit: 'kB' })
  emit({ name: `${name}, resident, with ${warmUp} waiting`, value: (held[0]?.rss ?? 0) / 1e6, unit: 'MB' })
}

async function answerOf<T>(api: ChildProcess): Promise<T> {
  const [answer] = await Promise.race([
    once(api, 'message'),
    once(api, 'exit').then(([code]) => Promise.reject(new Error(`the API's process ended with ${code}`))),
  ])
  return answer
}

async function measure(api: ChildProcess): Promise<Held> {
  await pause(settleMs)
  const answer = answerOf<Held>(api)
  api.send('measure')
  return answer
}

/** An applicant, each from an address of its own, joins and stays in the waiting room. */
async function takeSeat(port: number, code: string, number: number): Promise<{ close(): void }> {
  const response = await fetch(`http://127.0.0.1:${port}/api/calls/${code}/join`, {
    method: 'POST',
    headers: { ...headers, 'x-forwarded-for': `10.1.${Math.floor(number / 200)}.${1 + (number % 200)}` },
    body: JSON.stringify({ device: 'device-of-the-bench-1' }),
  })
  if (!response.ok) throw new Error(`a join was answered with ${response.status}: ${await response.text()}`)
  const socket = await enter({ port }, (await response.json()) as JoinResponse)
  await socket.next('ready').catch((error: unknown) => {
    throw new Error(`applicant ${number} got no further than ${JSON.stringify(socket.down)}`, { cause: error })
  })
  return socket
}
