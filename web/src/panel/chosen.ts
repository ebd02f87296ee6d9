import { useState } from 'react'
import { keptHere } from '../environment'
import { remember, remembered } from '../remembered'

/** The cards of the panel, in the order in which they stand. */
export const CARDS = ['open', 'deadlines', 'toGive', 'awaited', 'blocks', 'followed', 'labels', 'assignees', 'checkpoints', 'types'] as const

export type CardName = (typeof CARDS)[number]

const key = (user: string) => keptHere(`iperoig-painel-${user}`)

/** The cards that somebody does not want on the panel, kept on this computer (TRA-13 "Minha seleção"). */
export function useHiddenCards(user: string): [ReadonlySet<CardName>, (card: CardName, shown: boolean) => void] {
  const [hidden, setHidden] = useState(() => read(user))
  const choose = (card: CardName, shown: boolean) => {
    const after = new Set(hidden)
    if (shown) after.delete(card)
    else after.add(card)
    write(user, after)
    setHidden(after)
  }
  return [hidden, choose]
}

function read(user: string): ReadonlySet<CardName> {
  try {
    const kept: unknown = JSON.parse(remembered(key(user)) ?? '[]')
    return new Set(Array.isArray(kept) ? CARDS.filter((card) => kept.includes(card)) : [])
  } catch {
    return new Set()
  }
}

function write(user: string, hidden: ReadonlySet<CardName>): void {
  remember(key(user), JSON.stringify([...hidden]))
}
