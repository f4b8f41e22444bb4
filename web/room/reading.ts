import type { PagePrompt } from '../../api/contract.ts'
import { useDeskNow } from './clock.ts'

/** How long, in ms, the applicant may still be away reading the code in the chat; 0: that is not so now. */
export function useReading(prompt: PagePrompt | null): number {
  const now = useDeskNow()
  if (prompt?.kind !== 'code' || !prompt.until) return 0
  return Math.max(0, Date.parse(prompt.until) - now)
}
