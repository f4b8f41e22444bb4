import { Api } from 'grammy'
import { openJobContext, sayDone } from './context.ts'
import { makeEvidence } from './evidence/work.ts'
import { makeExports } from './export/work.ts'

/** A worker of its own, started when an evidence file or an export is asked for: drawing and packing must not hold up the outbox. */
const { opened, bot, log } = await openJobContext('evidence')
const api = new Api(bot.token, { ...(bot.apiRoot ? { apiRoot: bot.apiRoot } : {}), timeoutSeconds: 20 })
await makeEvidence({ ...opened.ctx, actor: { kind: 'job', name: 'evidence' }, log }, api)
await makeExports({ ...opened.ctx, actor: { kind: 'job', name: 'export' }, log }, api)
await opened.close()
sayDone()
