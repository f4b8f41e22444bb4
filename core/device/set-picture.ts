import { type Ctx, transact } from '../context.ts'
import { refuseUnlessAdmin } from '../staff/add.ts'
import { changeDevice } from './change.ts'
import type { Device } from './list.ts'
import { keepPicture, keyOfSent } from './pictures.ts'

/** Gives a device a picture of the platform's own, one that `cleanPhoto` let through. `not-found` when there is no such device. */
export async function setDevicePicture(ctx: Ctx, input: { id: string; bytes: Buffer }): Promise<Device> {
  return transact(ctx, async ctx => {
    refuseUnlessAdmin(ctx)
    const key = keyOfSent(input.bytes)
    const { after } = await changeDevice(ctx, { id: input.id, change: { picture: key } })
    await keepPicture(ctx, { key, bytes: input.bytes })
    return after
  })
}
