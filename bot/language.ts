import { findRunningCase } from '../core/case/load.ts'
import type { Ctx } from '../core/context.ts'
import type { Locale } from '../core/message/kinds.ts'
import { changeLanguage } from '../core/person/change-settings.ts'
import { speak } from '../texts/fluent.ts'
import { message, type Reply, toast } from './replies.ts'
import { inLanguage, type Scene } from './scene.ts'
import { showPresent } from './start.ts'
import { welcome } from './welcome.ts'

/** Each language is named in itself. */
export function chooseLanguage({ voice }: Scene): Reply[] {
  const choice = (locale: Locale) => [
    { label: speak(locale).plain('do-this-language'), press: { verb: 'language', locale } as const },
  ]
  return [message(voice.html('language-ask'), [choice('zh-CN'), choice('en')])]
}

/** From the next word on the desk speaks that language; an open question is asked again in it, the card is drawn again. */
export async function pressLanguage(ctx: Ctx, scene: Scene, { locale }: { locale: Locale }): Promise<Reply[]> {
  await changeLanguage(ctx, { personId: scene.person.id, locale })
  const spoken = inLanguage(ctx, scene, locale)
  const { voice, sender, roles } = spoken
  const running = await findRunningCase(ctx, scene.person.id)
  const next = running?.state === 'draft' ? await showPresent(ctx, spoken) : running || scene.member ? [] : welcome(spoken)
  return [
    toast(voice.label('language-set')),
    { kind: 'close', html: voice.html('language-set') },
    ...next,
    { kind: 'menu', telegramId: sender.telegramId, locale, roles: [...roles] },
  ]
}
