import type { Api } from 'grammy'
import type { Ctx } from '../../core/context.ts'
import { collectEvidence } from '../../core/evidence/collect.ts'
import { type EvidenceTask, failEvidence, keepEvidence, takeEvidence } from '../../core/evidence/make.ts'
import { evidencePassphrase } from '../../core/evidence/messages.ts'
import { speak } from '../../texts/fluent.ts'
import { makeFiles, sealFiles } from './archive.ts'

const steps = ['collect', 'report', 'pack', 'done'] as const

/** Makes every evidence file that is asked for, one after the other. One that fails is told to its admin and holds up no other. */
export async function makeEvidence(ctx: Ctx, api: Api): Promise<number> {
  let made = 0
  for (let task = await takeEvidence(ctx); task; task = await takeEvidence(ctx)) {
    const show = showProgress(api, task)
    try {
      await show('collect')
      const evidence = await collectEvidence(ctx, task.file)
      await show('report')
      const files = await makeFiles(evidence, ctx.officeTimeZone)
      await show('pack')
      await keepEvidence(ctx, task, await sealFiles(files, evidencePassphrase(ctx, task.file.id)))
      await show('done')
      made++
    } catch (err) {
      ctx.log.error({ err, evidence: task.file.id }, 'an evidence file could not be made')
      await failEvidence(ctx, task)
    }
  }
  return made
}

/** One message in the admin's chat, edited at every step. Only a comfort: what is lost of it is not sent again. */
function showProgress(api: Api, { code, admin }: EvidenceTask) {
  const say = speak(admin.locale)
  let shown: number | undefined
  return async (step: (typeof steps)[number]): Promise<void> => {
    const what = say.plain(`evidence-step-${step}`)
    const text = say.plain('evidence-progress', { code, step: steps.indexOf(step) + 1, steps: steps.length, what })
    try {
      if (shown === undefined) shown = (await api.sendMessage(admin.telegramId, text, { disable_notification: true })).message_id
      else await api.editMessageText(admin.telegramId, shown, text)
    } catch {
      // the file itself comes by the outbox
    }
  }
}
