import type { Application } from '../core/application/answers.ts'
import { isLocked } from '../core/application/go-back.ts'
import { consentKinds, findStep, type Step, stepsOf } from '../core/application/steps.ts'
import type { Ctx } from '../core/context.ts'
import { type Device, listDevices } from '../core/device/list.ts'
import { readPricedDevice } from '../core/order/price.ts'
import { lines } from '../texts/cards/voice.ts'
import type { Button } from '../texts/keyboard.ts'
import { inRows } from './form-options.ts'
import { paragraphs } from './replies.ts'
import type { Scene } from './scene.ts'
import { fact } from './show-answer.ts'

interface Shown {
  html: string
  buttons: Button[][]
}

/** Everything that was answered, and the way to hand it in. */
export async function showSummary(ctx: Ctx, scene: Scene, application: Application): Promise<Shown> {
  const { voice } = scene
  const { code } = application.found
  return {
    html: await summaryText(ctx, scene, application),
    buttons: [
      [{ label: voice.label('do-submit'), press: { verb: 'submit', code }, style: 'primary' }],
      [{ label: voice.label('do-edit'), press: { verb: 'edits', code } }],
    ],
  }
}

/** The same text with a button for each question whose answer may be changed. */
export async function showEdits(ctx: Ctx, scene: Scene, application: Application): Promise<Shown> {
  const { voice } = scene
  const { code, orderCode } = application.found
  const open = stepsOf(ctx.form, application.said).filter(({ step }) => !isLocked(orderCode, step))
  const keys = [...new Set(open.map(({ question }) => question.key))]
  const questions = keys.map(
    (key): Button => ({ label: voice.label(`question-${key}`), press: { verb: 'edit', code, field: `q-${key}` } }),
  )
  const back: Button = { label: voice.label('do-back'), press: { verb: 'status' } }
  const html = paragraphs(await summaryText(ctx, scene, application), voice.html('chat-edit-which'))
  return { html, buttons: [...inPairs(questions), [back]] }
}

/** What an earlier application filled in, confirmed by one tap, or gone through question by question. */
export async function showTakenOver(ctx: Ctx, scene: Scene, application: Application, fields: readonly string[]): Promise<Shown> {
  const { voice } = scene
  const { found, said } = application
  const devices = await listDevices(ctx)
  const steps = fields.flatMap(field => findStep(ctx.form, field)?.step ?? []).filter(isListed)
  const facts = steps.map(step => fact(scene, step, shortened(said(step.field) ?? ''), devices))
  return {
    html: voice.html('chat-all-still-right', { known: { html: lines(...facts) } }),
    buttons: [
      [
        {
          label: voice.label('do-still-right'),
          press: { verb: 'keep-taken', code: found.code },
          style: 'primary',
        },
      ],
      [{ label: voice.label('do-change'), press: { verb: 'change-taken', code: found.code } }],
    ],
  }
}

const isListed = (step: Step) => !step.aside || step.kind === 'photo' || step.ordered === true

/** Long sentences are cut short here: the summary is to stay on one screen. */
const longest = 120

async function summaryText(ctx: Ctx, scene: Scene, { found, said, consents }: Application): Promise<string> {
  const { voice } = scene
  const priced = await readPricedDevice(ctx, found)
  // one that is no longer offered keeps its name here
  const devices = [...(await listDevices(ctx)), ...(priced ? [priced] : [])]
  const listed = stepsOf(ctx.form, said).filter(({ step }) => isListed(step))
  const facts = listed.map(({ step }) => ({ step, line: fact(scene, step, shortened(said(step.field) ?? ''), devices) }))
  const linesOf = (ordered: boolean) => facts.filter(({ step }) => (step.ordered ?? false) === ordered).map(({ line }) => line)
  const agreed = consentKinds.map(kind => {
    const answer = voice.label(consents.get(kind) ? 'chat-agreed' : 'chat-declined')
    return voice.html('chat-summary-line', { label: voice.label(`consent-${kind}`), answer })
  })
  return paragraphs(
    voice.html('chat-summary'),
    lines(...linesOf(true), priced && priceLine(scene, priced), ...linesOf(false)),
    lines(...agreed),
  )
}

function shortened(value: string): string {
  const letters = [...value]
  return letters.length > longest ? `${letters.slice(0, longest).join('')}…` : value
}

function priceLine({ voice }: Scene, { monthlyRentFen, depositFen }: Device): string {
  return voice.html('chat-summary-price', { rent: voice.money(monthlyRentFen), deposit: voice.money(depositFen) })
}

export const inPairs = <T>(items: readonly T[]): T[][] => inRows(items, 2)
