import { and, desc, eq, isNotNull, lt, sql } from 'drizzle-orm'
import { messages } from '../../db/schema/messages.ts'
import type { Ctx } from '../context.ts'
import type { MessageKind } from './kinds.ts'
import type { MessageRow } from './prepare.ts'

/** Kinds of which only the newest of a booking stays in the chat. */
const replacing: ReadonlySet<string> = new Set<MessageKind>(['calendar'])

/** The message that this one takes the place of: the last one sent of the same kind and booking; its id in the chat. */
export async function findEarlier(ctx: Ctx, row: MessageRow): Promise<number | undefined> {
  if (!replacing.has(row.kind)) return undefined
  const [earlier] = await ctx.db
    .select({ id: messages.telegramMessageId })
    .from(messages)
    .where(
      and(
        eq(messages.personId, row.personId),
        eq(messages.kind, row.kind),
        eq(messages.status, 'sent'),
        lt(messages.id, row.id),
        isNotNull(messages.telegramMessageId),
        sql`${messages.params}->>'bookingId' = ${String(row.params.bookingId)}`,
      ),
    )
    .orderBy(desc(messages.id))
    .limit(1)
  return earlier?.id ?? undefined
}

/** Where the code that this row takes back stands in the chat. */
export async function findSpokenCode(ctx: Ctx, row: MessageRow): Promise<number | undefined> {
  const [sent] = await ctx.db
    .select({ id: messages.telegramMessageId })
    .from(messages)
    .where(
      and(
        eq(messages.personId, row.personId),
        eq(messages.kind, 'spoken-code' satisfies MessageKind),
        isNotNull(messages.telegramMessageId),
        sql`${messages.params} @> ${JSON.stringify(row.params)}::jsonb`,
      ),
    )
    .limit(1)
  return sent?.id ?? undefined
}
