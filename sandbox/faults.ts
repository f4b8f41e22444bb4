import { z } from 'zod'
import type { Fault } from './contract.ts'

export const faultSchema: z.ZodType<Fault> = z.object({
  kind: z.enum(['429', '500', 'timeout', 'cut', '403']),
  method: z.string().exactOptional(),
  chatId: z.number().exactOptional(),
  times: z.number().int().positive().exactOptional(),
  seconds: z.number().positive().exactOptional(),
})

export type Faults = ReturnType<typeof createFaults>

/** The faults switched on, in the order in which they strike. */
export function createFaults(atStart: Fault[]) {
  let standing = atStart.map(fault => ({ ...fault }))
  return {
    list: (): Fault[] => standing.map(fault => ({ ...fault })),
    replace(faults: Fault[]): void {
      standing = faults.map(fault => ({ ...fault }))
    },
    /** The fault that strikes this call, if any; one of its `times` is then used up. */
    strike(method: string, chatId: number | undefined): Fault | undefined {
      const fault = standing.find(one => matches(one, method, chatId))
      if (fault?.times !== undefined && --fault.times <= 0) standing = standing.filter(one => one !== fault)
      return fault
    },
  }
}

function matches(fault: Fault, method: string, chatId: number | undefined): boolean {
  const forMethod = fault.method ? fault.method.toLowerCase() === method.toLowerCase() : method !== 'getupdates'
  return forMethod && (fault.chatId === undefined || fault.chatId === chatId)
}
