import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { openChats } from '../support/chat.ts'
import { runDesk } from '../support/running-desk.ts'
import { newInvitedPerson, startNow } from '../support/walk-chat.ts'
import { joinAsApplicant, visit } from '../support/walk-pages.ts'
import { untilBothSee, watch } from './watched-page.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))

export interface CallPages {
  /** Both open their pages anew and join, the reviewer last; milliseconds from both being there to the first frames. The pages stay open. */
  meet(): Promise<number>
  applicant(): Page
  leave(): Promise<void>
  close(): Promise<void>
}

/** The product as it is started, one booking in it, and the pages of its two people in contexts of their own. */
export async function openCallPages(browser: Browser): Promise<CallPages> {
  const desk = await runDesk({}, {}, { cwd: root, program: 'dist/main.js' })
  const chats = await openChats(desk.origin)
  const { person, code } = await newInvitedPerson(chats, 'zh-CN')
  const { applicantLink, reviewerLink } = await startNow(chats, person, code, 'zh-CN')
  const [applicant, reviewer] = [await visit(browser), await visit(browser)]
  for (const { context } of [applicant, reviewer]) await watch(context)
  const door = await reviewer.open(reviewerLink)
  await door.getByTestId('sign-in').click()
  await door.waitForURL('**/console/**')
  await door.close()
  let pages: [Page, Page] | undefined
  const leave = async () => {
    for (const page of pages ?? []) await page.close()
    pages = undefined
  }
  return {
    async meet() {
      const [call, desktop] = [await applicant.open(applicantLink), await reviewer.open(`${desk.origin}/console/${code}`)]
      pages = [call, desktop]
      await joinAsApplicant(call)
      await call.getByTestId('waiting').waitFor()
      await desktop.getByTestId('console-join').click()
      return untilBothSee(pages)
    },
    applicant() {
      if (!pages) throw new Error('nobody is in the call')
      return pages[0]
    },
    leave,
    async close() {
      await Promise.all([applicant.context.close(), reviewer.context.close()])
      await chats.close()
      await desk.close()
    },
  }
}
