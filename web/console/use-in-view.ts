import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/**
 * What becomes the current thing is scrolled into view; unless the focus is in it already, as after a press: what moves under a finger
 * that is down is not pressed.
 */
export function useInView(box: RefObject<HTMLElement | null>, current: boolean): void {
  useEffect(() => {
    if (current && !box.current?.contains(document.activeElement)) box.current?.scrollIntoView({ block: 'nearest' })
  }, [box, current])
}
