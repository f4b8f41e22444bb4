import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Message } from '../../sandbox/contract.ts'
import { setReading } from './messenger.ts'

const NEAR_PX = 60

/** Keeps a list scrolled to its end while the reader is there; otherwise leaves it where it is being read. */
export function useStickToEnd(chatId: number, messages: Message[], scroller: RefObject<HTMLDivElement | null>) {
  const [isAtEnd, setAtEnd] = useState(true)
  const sticks = useRef(true)
  const lastId = messages.at(-1)?.message_id
  const toEnd = () => {
    sticks.current = true
    if (scroller.current) scroller.current.scrollTop = scroller.current.scrollHeight
  }
  useLayoutEffect(() => {
    const isOwn = messages.at(-1)?.from?.is_bot === false
    if (sticks.current || isOwn) toEnd()
  }, [lastId])
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    // Pictures load, keyboards open, the window turns: none of it may lose the end.
    const observer = new ResizeObserver(() => {
      if (sticks.current) toEnd()
      report()
    })
    const report = () => {
      const isVisible = element.clientHeight > 0
      const isNear = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX
      if (isVisible) sticks.current = isNear
      setAtEnd(isNear || !isVisible)
      setReading(chatId, isVisible && isNear && document.visibilityState === 'visible')
    }
    observer.observe(element)
    if (element.firstElementChild) observer.observe(element.firstElementChild)
    element.addEventListener('scroll', report, { passive: true })
    document.addEventListener('visibilitychange', report)
    report()
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', report)
      document.removeEventListener('visibilitychange', report)
      setReading(chatId, false)
    }
  }, [chatId])
  return { isAtEnd, toEnd }
}
