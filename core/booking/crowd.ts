import type { Ctx } from '../context.ts'

interface Crowd {
  first: Promise<unknown>
  /** what was asked once for all who waited */
  asked?: Promise<unknown>
}

/** By a desk's own keys, since a process may hold several desks. */
const crowds = new WeakMap<Ctx['keys'], Map<string, Crowd>>()

/**
 * Of many in this process who want the same at once, one goes first; the others wait until it is through, ask once for all of them
 * how things stand, and then act side by side. It decides nothing, and nothing relies on it: with fifty taps on one time it spares
 * the database forty-nine transactions that would wait for the first one's end, only to be told no.
 */
export async function afterTheFirst<A, T>(
  ctx: Ctx,
  what: string,
  ask: () => Promise<A>,
  act: (answer: A) => Promise<T>,
): Promise<T> {
  const own = crowds.get(ctx.keys) ?? new Map<string, Crowd>()
  crowds.set(ctx.keys, own)
  const before = own.get(what)
  if (before) {
    await before.first.catch(() => undefined)
    before.asked ??= ask()
    // guarantee: whoever wants the same thing asks the same question
    return act((await before.asked) as A)
  }
  const first = ask().then(act)
  own.set(what, { first })
  return first.finally(() => own.delete(what))
}
