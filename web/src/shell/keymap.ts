import { remember, remembered } from '../remembered'

const STORED = 'iperoig.keys'

/** What a single key does, and the key it has until the person chooses another (WCAG 2.1.4). */
const DEFAULT_KEYS = {
  help: '?',
  go: 'g',
  next: 'j',
  previous: 'k',
  choose: 'x',
  preview: 'v',
  assign: 'a',
  send: 'e',
  conclude: 'c',
  note: 'n',
  deadline: 'p',
  label: 'm',
  include: 'd',
  upload: 'u',
  unread: 'l',
  history: 'h',
  sign: 's',
  previousDocument: '[',
  nextDocument: ']',
  sought: '/',
  keepTab: 't',
  nextTab: '.',
  previousTab: ',',
} as const

export type KeyAct = keyof typeof DEFAULT_KEYS

const ACTS = Object.keys(DEFAULT_KEYS) as KeyAct[]

export function keyOf(act: KeyAct): string {
  return chosen()[act] ?? DEFAULT_KEYS[act]
}

/** Gives the act another key; -> the act that already has it, and then nothing changes. */
export function chooseKey(act: KeyAct, key: string): KeyAct | null {
  const taken = ACTS.find((other) => other !== act && keyOf(other) === key)
  if (taken) return taken
  remember(STORED, JSON.stringify({ ...chosen(), [act]: key }))
  return null
}

export function resetKeys(): void {
  remember(STORED, '{}')
}

export function keysWereChosen(): boolean {
  return ACTS.some((act) => keyOf(act) !== DEFAULT_KEYS[act])
}

/** A key that can stand for an act: a letter, a digit or a sign, never one that moves, edits or leaves. */
export function isChoosable(key: string): boolean {
  return /^\S$/u.test(key)
}

function chosen(): Partial<Record<KeyAct, string>> {
  try {
    const stored: unknown = JSON.parse(remembered(STORED) ?? '{}')
    return Object.fromEntries(
      Object.entries(stored ?? {}).filter(([act, key]) => act in DEFAULT_KEYS && typeof key === 'string' && isChoosable(key)),
    )
  } catch {
    return {}
  }
}
