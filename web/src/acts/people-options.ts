import type { PersonLite } from '../api/types'
import type { ComboOption } from '../ds/ComboBox'
import { assignMessages as text } from '../messages/acts'

const NOBODY = ''

/** Oneself first, then colleagues by name, then nobody. */
export function peopleOptions(users: (PersonLite & { login: string })[], me: PersonLite): ComboOption[] {
  const others = users.filter((one) => one.id !== me.id).toSorted((a, b) => a.name.localeCompare(b.name, 'pt-BR'))
  return [
    { id: me.id, label: text.me(me.name) },
    ...others.map((one) => ({ id: one.id, label: one.name, note: one.login })),
    { id: NOBODY, label: text.nobody },
  ]
}
