import { toast } from './notices.ts'
import { textsNow } from './texts.ts'

export async function copyText(text: string, chatId: number): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    toast(textsNow().copied, chatId)
  } catch {
    toast(textsNow().copyFailed, chatId)
  }
}
