import { useLayoutEffect, useReducer, useRef } from 'preact/hooks'

export interface Store<T> {
  get(): T
  set(next: (now: T) => T): void
  subscribe(listener: () => void): () => void
}

/** A value that components can watch. `set` takes a function of the present value; the same value again wakes nobody. */
export function createStore<T>(initial: T): Store<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      const before = value
      value = next(before)
      if (Object.is(before, value)) return
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Re-renders only when what `select` picks has changed (by identity). */
export function useSelected<T, S>(store: Store<T>, select: (value: T) => S): S {
  const [, rerender] = useReducer<number, void>(count => count + 1, 0)
  const picked = select(store.get())
  const last = useRef({ picked, select })
  last.current = { picked, select }
  useLayoutEffect(() => {
    const check = () => {
      if (!Object.is(last.current.select(store.get()), last.current.picked)) rerender()
    }
    check()
    return store.subscribe(check)
  }, [store])
  return picked
}

export function useStore<T>(store: Store<T>): T {
  return useSelected(store, value => value)
}
