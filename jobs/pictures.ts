import { openJobContext, sayDone } from './context.ts'
import { drawDevices } from './pictures/devices.ts'

/** A worker of its own, started when a device has no drawing yet. */
const { opened, log } = await openJobContext('pictures')
await drawDevices({ ...opened.ctx, actor: { kind: 'job', name: 'pictures' }, log })
await opened.close()
sayDone()
