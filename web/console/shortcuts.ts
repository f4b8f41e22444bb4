/** The single keys of the checklist: which they are, and the text that the help has for each. */
const shortcuts = {
  down: { keys: ['j', 'ArrowDown'], text: 'key-down' },
  up: { keys: ['k', 'ArrowUp'], text: 'key-up' },
  passed: { keys: ['1'], text: 'result-passed' },
  failed: { keys: ['2'], text: 'result-failed' },
  'not-reached': { keys: ['3'], text: 'result-not-reached' },
  answer: { keys: ['1', '2', '3'], text: 'key-answer' },
  note: { keys: ['n'], text: 'key-note' },
  capture: { keys: ['c'], text: 'key-capture' },
  entry: { keys: ['e'], text: 'key-entry' },
  compare: { keys: ['v'], text: 'key-compare' },
  measure: { keys: ['m'], text: 'key-measure' },
  help: { keys: ['?'], text: 'key-help' },
} as const

export type Shortcut = keyof typeof shortcuts

const keysOf = (shortcut: Shortcut): readonly string[] => shortcuts[shortcut].keys

export const isKey = (shortcut: Shortcut, key: string): boolean => keysOf(shortcut).includes(key)

/** Which of its keys, from 1; 0 for another. */
export const numberOfKey = (shortcut: Shortcut, key: string): number => keysOf(shortcut).indexOf(key) + 1

/** For `data-shortcut`: the element of the current check that this key presses. */
export const keyOf = (shortcut: Shortcut): string => shortcuts[shortcut].keys[0]

const signs: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑' }

/** For the help: the keys as they stand on the keyboard, and what they do. */
export const shortcutList = Object.values(shortcuts).map(({ keys, text }) => ({ keys: keys.map(key => signs[key] ?? key), text }))
