import type { Fault } from '../contract.ts'
import type { World } from '../world.ts'
import { type ApiAnswer, asAnswer, BotApiError, forbidden, tooManyRequests } from './errors.ts'
import { methods } from './methods.ts'
import type { Params } from './params.ts'

/** `cut`: the effect was made, and the connection is to be destroyed in place of an answer. */
export type CallOutcome = ApiAnswer | 'cut'

/** Runs one call of the Bot API, by name, with the faults that are switched on. */
export async function callMethod(world: World, name: string, params: Params, signal: AbortSignal): Promise<CallOutcome> {
  const run = methods.get(name.toLowerCase())
  if (!run) return asAnswer(new BotApiError(404, 'Not Found'))
  const chatId = Number(params.fields.chat_id)
  const fault = world.faults.strike(name.toLowerCase(), Number.isNaN(chatId) ? undefined : chatId)
  try {
    if (fault) await strike(world, fault, signal)
    const result = await run(params, { world, signal })
    return fault?.kind === 'cut' ? 'cut' : { status: 200, body: { ok: true, result } }
  } catch (error) {
    if (!(error instanceof BotApiError)) throw error
    return fault?.kind === 'cut' ? 'cut' : asAnswer(error)
  }
}

/** A fault that comes before any effect. */
async function strike(world: World, fault: Fault, signal: AbortSignal): Promise<void> {
  if (fault.kind === '429') throw tooManyRequests(fault.seconds ?? 1)
  if (fault.kind === '403') throw forbidden('bot was blocked by the user')
  if (fault.kind === '500') throw new BotApiError(500, 'Internal Server Error')
  if (fault.kind === 'timeout') {
    await hang(fault.seconds ?? 30, AbortSignal.any([signal, world.stopping]))
    throw new BotApiError(504, 'Gateway Timeout')
  }
}

function hang(seconds: number, until: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(done, seconds * 1000)
    function done() {
      clearTimeout(timer)
      until.removeEventListener('abort', done)
      resolve()
    }
    until.addEventListener('abort', done)
    if (until.aborted) done()
  })
}
