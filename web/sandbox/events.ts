import type { SandboxEvent } from '../../sandbox/contract.ts'
import { api } from './api.ts'

interface Listeners {
  /** the line is up (again): whatever was drawn before may be stale */
  onOpen(): void
  onCut(): void
  onEvent(event: SandboxEvent): void
}

/** Keeps one line of server-sent events open for as long as the page lives. */
export function openEvents({ onOpen, onCut, onEvent }: Listeners): void {
  let attempts = 0
  const connect = () => {
    const source = new EventSource(api.eventsUrl)
    source.onopen = () => {
      attempts = 0
      onOpen()
    }
    source.onmessage = message => onEvent(JSON.parse(message.data) as SandboxEvent)
    source.onerror = () => {
      onCut()
      // A browser retries a cut line by itself, but gives up for good on an answer that is no event stream.
      if (source.readyState !== EventSource.CLOSED) return
      attempts += 1
      setTimeout(connect, Math.min(500 * attempts, 4000))
    }
  }
  connect()
}
