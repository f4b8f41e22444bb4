import { lines } from '../texts/cards/voice.ts'
import type { Button } from '../texts/keyboard.ts'
import { message, type Reply } from './replies.ts'
import type { Scene } from './scene.ts'

/** Nothing is under way: what the desk is for, and the one thing to do. */
export function welcome(scene: Scene): Reply[] {
  const { voice } = scene
  const buttons: Button[][] = [
    [{ label: voice.label('do-apply'), press: { verb: 'apply' }, style: 'primary' }],
    [otherLanguage(scene)],
  ]
  return [message(voice.html('chat-welcome'), buttons)]
}

/** Before the first question of somebody whom an order brought: where one is, and the other language. */
export function greeting(scene: Scene): Reply {
  return message(scene.voice.html('chat-welcome'), [[otherLanguage(scene)]])
}

function otherLanguage({ voice, locale }: Scene): Button {
  return { label: voice.label('do-other-language'), press: { verb: 'language', locale: locale === 'en' ? 'zh-CN' : 'en' } }
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
