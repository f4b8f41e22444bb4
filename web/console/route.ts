import { useEffect, useState } from 'preact/hooks'

const caseInPath = () => decodeURIComponent(location.pathname.split('/')[2] ?? '') || null

/** The case in the address, `/console/<case>`, and how to go to another. */
export function useRoute(): [string | null, (caseCode: string) => void] {
  const [caseCode, setCaseCode] = useState(caseInPath)
  useEffect(() => {
    const moved = () => setCaseCode(caseInPath())
    window.addEventListener('popstate', moved)
    return () => window.removeEventListener('popstate', moved)
  }, [])
  const go = (next: string) => {
    if (next !== caseInPath()) history.pushState(null, '', `/console/${encodeURIComponent(next)}`)
    setCaseCode(next)
  }
  return [caseCode, go]
}
