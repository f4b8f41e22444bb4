let closePage: (() => void) | undefined

/** How this page makes way for the chat around it; undefined where no chat is, so that a link has to lead there. */
export const wayToChat = (): (() => void) | undefined => closePage

/** In a messenger's frame the chat lies below: closing the page is the way back. */
export function setWayToChat(close: () => void): void {
  closePage = close
}
