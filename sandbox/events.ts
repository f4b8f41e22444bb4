import type { SandboxEvent } from './contract.ts'

export type Events = ReturnType<typeof createEvents>

/** Tells every open page what changed. */
export function createEvents() {
  const listeners = new Set<(event: SandboxEvent) => void>()
  return {
    emit(event: SandboxEvent): void {
      for (const listener of listeners) listener(event)
    },
    listen(listener: (event: SandboxEvent) => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
