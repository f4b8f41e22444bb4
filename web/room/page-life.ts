interface Hooks {
  /** the page is being left, perhaps for good */
  away(): void
  /** the page or the network is there again */
  back(): void
}

/** Tells of a page that goes and comes, and of a network that returns. Undo with the function it gives back. */
export function watchPage({ away, back }: Hooks): () => void {
  const seen = () => {
    if (document.visibilityState === 'visible') back()
  }
  window.addEventListener('pagehide', away)
  window.addEventListener('pageshow', back)
  window.addEventListener('online', back)
  document.addEventListener('visibilitychange', seen)
  return () => {
    window.removeEventListener('pagehide', away)
    window.removeEventListener('pageshow', back)
    window.removeEventListener('online', back)
    document.removeEventListener('visibilitychange', seen)
  }
}
