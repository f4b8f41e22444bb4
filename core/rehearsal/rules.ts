import { z } from 'zod'
import type { PartResult, RehearsalPart } from '../../db/values.ts'

/**
 * What a call needs, and why: the only place of these figures. The page gets them with the link, to know when to stop measuring; what
 * counts is decided here, from the figures that the browser measured.
 */
export const limits = {
  camera: {
    // below this the 18 digits of a card that fills half the picture are under 10 pixels high
    shortSide: 480,
  },
  light: {
    // luma of 255; a face below is grey on grey after video coding, above it has no features left
    darkest: 60,
    brightest: 215,
    // a window behind the head: the camera exposes for it
    backlit: 70,
  },
  microphone: {
    // dBFS of the loudest tenth of a second of speech; rooms with a laptop's own microphone lie between -45 and -15
    quietest: -42,
    // below it there was no speech at all
    silent: -58,
  },
  sharpness: {
    // variance of the Laplacian over the card's frame, smoothed and scaled to 480 × 303, 8-bit. Measured on a drawn card: in focus 475 to
    // 500, in half the light 117 to 123; blurred by a Gaussian of 3 pixels of 1280, when the number can just be read, 39 to 81; by 4, when it
    // cannot, 12 to 29; a bare wall with a sensor's noise 3 (test/web/picture.test.ts)
    blurred: 60,
  },
  network: {
    // one 720p picture each way as the call sends it needs 1 to 2 Mbit/s at its best, 0.6 to read a card
    downKbps: 800,
    upKbps: 800,
    // ITU-T G.114: above 400 ms one way a talk is impractical; both ways and the desk's own work are in this figure
    roundTripMs: 500,
  },
  clock: {
    // a reminder or a calendar that is two minutes off makes people miss the ten minutes of the window
    offSeconds: 120,
  },
} as const

const problems = ['unsupported', 'insecure', 'denied', 'missing', 'busy', 'unknown'] as const
const luma = z.number().min(0).max(255)
const kbps = z.number().min(0).max(10_000_000)

/** What the page measures, by part. */
const figuresOf = {
  camera: z.union([
    z.strictObject({ width: z.number().int().min(1).max(20_000), height: z.number().int().min(1).max(20_000) }),
    z.strictObject({ problem: z.enum(problems) }),
  ]),
  light: z.strictObject({ face: luma, around: luma }),
  microphone: z.union([z.strictObject({ loudest: z.number().min(-120).max(0) }), z.strictObject({ problem: z.enum(problems) })]),
  speaker: z.strictObject({ heard: z.enum(['yes', 'no']) }),
  sharpness: z.strictObject({ variance: z.number().min(0).max(1_000_000) }),
  network: z.union([
    z.strictObject({ downKbps: kbps, upKbps: kbps, roundTripMs: z.number().min(0).max(60_000) }),
    z.strictObject({ problem: z.enum(['unreachable']) }),
  ]),
  clock: z.strictObject({ offSeconds: z.number().min(-1e10).max(1e10) }),
} satisfies Record<RehearsalPart, z.ZodType>

type Figures<P extends RehearsalPart> = z.infer<(typeof figuresOf)[P]>

/** What to improve, or undefined where it is enough. Words: `rehearsal-advice-<part>-<advice>`. */
const grades: { [P in RehearsalPart]: (figures: Figures<P>) => string | undefined } = {
  camera: figures => {
    if ('problem' in figures) return figures.problem
    return Math.min(figures.width, figures.height) < limits.camera.shortSide ? 'small' : undefined
  },
  light: ({ face, around }) => {
    if (face > limits.light.brightest) return 'bright'
    if (around - face > limits.light.backlit) return 'backlit'
    return face < limits.light.darkest ? 'dark' : undefined
  },
  microphone: figures => {
    if ('problem' in figures) return figures.problem
    if (figures.loudest < limits.microphone.silent) return 'silent'
    return figures.loudest < limits.microphone.quietest ? 'quiet' : undefined
  },
  speaker: ({ heard }) => (heard === 'yes' ? undefined : 'unheard'),
  sharpness: ({ variance }) => (variance < limits.sharpness.blurred ? 'blurred' : undefined),
  network: figures => {
    if ('problem' in figures) return figures.problem
    const { downKbps, upKbps, roundTripMs } = figures
    if (upKbps < limits.network.upKbps || downKbps < limits.network.downKbps) return 'slow'
    return roundTripMs > limits.network.roundTripMs ? 'late' : undefined
  },
  clock: ({ offSeconds }) => (Math.abs(offSeconds) > limits.clock.offSeconds ? 'off' : undefined),
}

/** Every advice that there is, by part: each has its words. */
export const advices: { [P in RehearsalPart]: readonly string[] } = {
  camera: [...problems, 'small'],
  light: ['dark', 'bright', 'backlit'],
  microphone: [...problems, 'silent', 'quiet'],
  speaker: ['unheard'],
  sharpness: ['blurred'],
  network: ['slow', 'late', 'unreachable'],
  clock: ['off'],
}

/** A part's result from its figures; undefined when the figures are none that a page of ours measures. */
export function gradePart(part: RehearsalPart, raw: unknown): PartResult | undefined {
  const parsed = figuresOf[part].safeParse(raw)
  if (!parsed.success) return undefined
  // guarantee: the schema and the grade under one part take the same figures (Figures<P>)
  const grade = grades[part] as (figures: z.infer<(typeof figuresOf)[RehearsalPart]>) => string | undefined
  const advice = grade(parsed.data)
  return { ok: advice === undefined, ...(advice === undefined ? {} : { advice }), figures: { ...parsed.data } }
}
