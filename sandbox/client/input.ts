import { z } from 'zod'
import { ClientError, InputError } from './errors.ts'

const languageCode = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[a-zA-Z0-9]{2,8})*$/)
  .transform(code => code.toLowerCase())

/** What the page sends, as the contract has it. */
export const input = {
  newUser: z.object({
    seat: z.enum(['applicant', 'reviewer', 'admin']).exactOptional(),
    firstName: z.string().trim().min(1).max(64).exactOptional(),
    lastName: z.string().trim().min(1).max(64).exactOptional(),
    username: z
      .string()
      .regex(/^[A-Za-z]\w{4,31}$/)
      .exactOptional(),
    languageCode: languageCode.exactOptional(),
  }),
  language: z.object({ languageCode }),
  text: z.object({ text: z.string(), replyTo: z.number().int().exactOptional() }),
  contact: z.object({ userId: z.number().int().exactOptional() }),
  users: z.object({ requestId: z.number().int(), userIds: z.array(z.number().int()).min(1).max(10) }),
  location: z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }),
  edit: z.object({ messageId: z.number().int(), text: z.string() }),
  press: z.object({ messageId: z.number().int(), data: z.string() }),
  webApp: z.object({ url: z.url({ protocol: /^https?$/ }) }),
  block: z.object({ blocked: z.boolean() }),
  clock: z.object({ to: z.union([z.literal('real'), z.iso.datetime({ offset: true })]) }),
}

export async function readInput<S extends z.ZodType>(request: Request, schema: S): Promise<z.output<S>> {
  const raw = await request.text()
  const parsed = schema.safeParse(parse(raw === '' ? '{}' : raw))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new InputError(`${issue?.path.join('.') || 'The request'}: ${issue?.message ?? 'is not valid'}`)
}

function parse(raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    throw new ClientError('not-json')
  }
}
