import type { PersonLite } from '../../api/types'
import { matches, plainWords } from '../../commands/matching'
import { mentionMessages as text } from '../../messages/mention'
import type { Choosable } from '../ChooseDialog'

export interface NamedUnit {
  id: string
  acronym: string
  name: string
}

export interface Staff {
  unit: NamedUnit
  people: PersonLite[]
}

/** `label` is what goes in the text, too. */
export interface Mentioned extends Choosable {
  hint: string
}

const MOST_SHOWN = 12
const MOST_OPENED = 3
/** One letter begins the acronym of half the units. */
const SHORTEST_ACRONYM = 2

/** Units whose people are asked for because their acronym is being typed; nobody waits for all those of the city. */
export function unitsTyped(units: NamedUnit[], typed: string): NamedUnit[] {
  const words = plainWords(typed).filter((word) => word.length >= SHORTEST_ACRONYM)
  return units
    .filter(({ acronym }) => plainWords(acronym).some((part) => words.some((word) => part.startsWith(word))))
    .toSorted((a, b) => a.acronym.length - b.acronym.length)
    .slice(0, MOST_OPENED)
}

/** Who and what the words typed mean: people before units, unless it is the very acronym of one. */
export function mentioned(units: NamedUnit[], staff: Staff[], typed: string): Mentioned[] {
  const exact = plainWords(typed).join('/')
  const people = staff.flatMap(({ unit, people: those }) =>
    those
      .filter(({ name }) => matches(typed, `${name} ${unit.acronym}`))
      .map(({ id, name }) => ({ id: `${unit.id} ${id}`, label: text.person(name, unit.acronym), hint: unit.name })),
  )
  const named = units
    .filter(({ acronym, name }) => matches(typed, `${acronym} ${name}`))
    .map((unit) => ({ unit, shown: { id: unit.id, label: text.unit(unit.name, unit.acronym), hint: unit.acronym } }))
  const isExact = ({ unit }: { unit: NamedUnit }) => plainWords(unit.acronym).join('/') === exact
  const [meant, others] = [named.filter(isExact), named.filter((one) => !isExact(one))]
  return [...meant.map(({ shown }) => shown), ...people, ...others.map(({ shown }) => shown)].slice(0, MOST_SHOWN)
}
