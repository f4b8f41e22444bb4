import { lines } from '../texts/cards/voice.ts'
import type { Button } from '../texts/keyboard.ts'
import { message, type Reply } from './replies.ts'
import type { Scene } from './scene.ts'

/** Nothing is under way: what the desk is for, and the one thing to do. */
export function welcome({ voice, locale }: Scene): Reply[] {
  const other = locale === 'en' ? 'zh-CN' : 'en'
  const buttons: Button[][] = [
    [{ label: voice.label('do-apply'), press: { verb: 'apply' }, style: 'primary' }],
    [{ label: voice.label('do-other-language'), press: { verb: 'language', locale: other } }],
  ]
  return [message(voice.html('chat-welcome'), buttons)]
}

/** A member of staff is greeted with what is his to do. */
export function staffWelcome({ voice, member, roles, sender, locale }: Scene): Reply[] {
  const parts = [
    voice.html('desk-welcome', { name: member?.name ?? sender.firstName }),
    roles.has('reviewer') ? voice.html('desk-welcome-reviewer') : undefined,
    roles.has('admin') ? voice.html('desk-welcome-admin') : undefined,
  ]
  const menu: Reply = { kind: 'menu', telegramId: sender.telegramId, locale, roles: [...roles] }
  return [message(lines(...parts)), menu]
}
