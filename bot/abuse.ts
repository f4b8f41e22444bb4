import type { Ctx } from '../core/context.ts'
import { tellBlockOnce } from '../core/person/block.ts'
import type { Flow } from '../core/person/take-turn.ts'
import type { Content } from './incoming.ts'
import { message, type Reply, toast } from './replies.ts'
import type { Scene } from './scene.ts'

/** Far too much within a minute: said once, then silence until the minute has passed. Nothing of it is worked on. */
export function answerFlood(scene: Scene, flow: Exclude<Flow, 'fits'>): Reply[] {
  return flow === 'first-too-many' ? say(scene, 'flood') : []
}

/** Somebody whom an admin blocked gets one answer; after that presses end without words, and messages get nothing. */
export async function answerBlocked(ctx: Ctx, scene: Scene): Promise<Reply[]> {
  return (await tellBlockOnce(ctx, scene.person)) ? say(scene, 'blocked') : []
}

/** What stays open to everybody: to see one's own data and to have them erased. */
const ownData: readonly string[] = ['mydata', 'delete']

export function mayWhileBlocked(content: Content): boolean {
  return content.kind === 'command' && ownData.includes(content.name)
}

function say({ content, voice }: Scene, key: 'flood' | 'blocked'): Reply[] {
  return content.kind === 'press' ? [toast(voice.label(key), true)] : [message(voice.html(key))]
}
