import { openJobContext, sayDone } from './context.ts'
import { finishRecordings } from './recording/work.ts'

/** A worker of its own, started when a recorded call has ended: a long one must not hold up the outbox. */
const { opened, log } = await openJobContext('recording')
await finishRecordings({ ...opened.ctx, actor: { kind: 'job', name: 'recording' }, log })
await opened.close()
sayDone()
