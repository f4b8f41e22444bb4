import { createHash } from 'node:crypto'
import type { DrawInputs } from '../../db/values.ts'
import type { DocumentKind } from '../application/documents.ts'
import { drawQuestions } from '../question/draw-questions.ts'
import { createDice } from './dice.ts'
import { featureClasses, features } from './features.ts'
import { movements } from './movements.ts'

/** Of the lists that a draw takes from, and of how it takes: raised with every change of one of them. */
export const drawVersion = 1

export interface Drawn {
  /** of the card, each of another class; one of them is seen by tilting */
  features: string[]
  movement: string
  /** in the order in which they are asked */
  questions: string[]
}

/** What a seed holds for a call. Pure: an auditor with the seed and the inputs comes to the same (docs/audit.md). */
export function drawFrom(seed: Buffer, inputs: DrawInputs): Drawn {
  const document: DocumentKind = Object.hasOwn(features, inputs.document) ? (inputs.document as DocumentKind) : 'resident-id'
  const ofCard = createDice(seed, 'features')
  const classes = ['optical' as const, ...ofCard.shuffle(featureClasses.filter(one => one !== 'optical')).slice(0, 2)]
  const others = movements.filter(movement => movement !== inputs.before)
  return {
    features: ofCard.shuffle(classes.map(one => ofCard.pick(features[document][one]))),
    movement: createDice(seed, 'movement').pick(others),
    questions: drawQuestions(createDice(seed, 'questions'), inputs),
  }
}

/** What stands in the trail before the call: SHA-256 of `mianshen-draw`, the salt and the seed, hex. */
export function hashSeed({ seed, salt }: { seed: Buffer; salt: Buffer }): string {
  return createHash('sha256').update('mianshen-draw').update(salt).update(seed).digest('hex')
}
