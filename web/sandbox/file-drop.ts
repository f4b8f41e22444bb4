import { useRef, useState } from 'preact/hooks'

/** Files dragged onto a chat. Entering a child counts as leaving its parent, hence the depth. */
export function useFileDrop(isEnabled: boolean, take: (file: File) => void) {
  const [isOver, setOver] = useState(false)
  const depth = useRef(0)
  const carriesFiles = (event: DragEvent) => isEnabled && (event.dataTransfer?.types.includes('Files') ?? false)
  const leave = (event: DragEvent) => {
    if (!carriesFiles(event)) return
    depth.current -= 1
    if (depth.current <= 0) setOver(false)
  }
  return {
    isOver,
    handlers: {
      onDragEnter: (event: DragEvent) => {
        if (!carriesFiles(event)) return
        depth.current += 1
        setOver(true)
      },
      onDragOver: (event: DragEvent) => {
        if (carriesFiles(event)) event.preventDefault()
      },
      onDragLeave: leave,
      onDrop: (event: DragEvent) => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        depth.current = 0
        setOver(false)
        const file = event.dataTransfer?.files[0]
        if (file) take(file)
      },
    },
  }
}
