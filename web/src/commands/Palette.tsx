import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Header } from 'react-aria-components/Header'
import { Input } from 'react-aria-components/Input'
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu'
import { TextField } from 'react-aria-components/TextField'
import { findByNumber } from '../api/directory'
import { ApiProblem } from '../api/problem'
import { useMe } from '../api/use-me'
import { Dialog } from '../ds/Dialog'
import { announce } from '../ds/toast'
import { commandMessages as text, synonyms } from '../messages/commands'
import { placesFor } from '../shell/places'
import { matches, numberIn } from './matching'
import { offered } from './offered'
import { recent } from './recent'
import { useFoundByWords } from './use-found'
import './commands.css'

interface Command {
  id: string
  label: string
  note?: string
  /** Other words it is looked for by. */
  words?: string
  run: () => unknown
}

interface Section {
  name: string
  commands: Command[]
}

/** Every act of the screen, every screen, and any process or document, by name or number (web.md, Ctrl+K). */
export default function Palette({ onClose }: { onClose: () => void }) {
  const [written, setWritten] = useState('')
  const found = useFoundByWords(written)
  const known = useKnown()
  const number = useNumber(written)
  const sections: Section[] = [...number, ...known.map((section) => narrowed(section, written)), ...found.sections].filter(({ commands }) => commands.length > 0)
  const run = (id: string) => {
    const command = sections.flatMap(({ commands }) => commands).find((one) => one.id === id)
    onClose()
    // The screen is inert while the dialog is there: what was chosen is done when it has gone.
    setTimeout(() => void command?.run())
  }
  return (
    <Dialog title={text.title} onClose={onClose} wide dismissable actions={<p className="muted small commands-hint">{text.hint}</p>}>
      <div className="commands-scroll">
        <Autocomplete inputValue={written} onInputChange={setWritten}>
          <TextField aria-label={text.field} autoFocus className="commands-field">
            <Input className="input" placeholder={text.field} autoComplete="off" />
          </TextField>
          <Menu
            className="commands"
            aria-label={text.results}
            onAction={(key) => run(String(key))}
            renderEmptyState={() => <p className="commands-empty">{found.searching ? text.searching : text.nothing}</p>}
          >
            {sections.map((section) => (
              <MenuSection key={section.name} id={section.name}>
                <Header className="commands-section">{section.name}</Header>
                {section.commands.map((command) => (
                  <MenuItem key={command.id} id={command.id} className="option" textValue={command.label}>
                    {command.label}
                    {command.note ? <span className="option-note">{command.note}</span> : null}
                  </MenuItem>
                ))}
              </MenuSection>
            ))}
          </Menu>
        </Autocomplete>
      </div>
      {found.more ? <p className="muted small">{text.more}</p> : null}
    </Dialog>
  )
}

/** What is known without asking the server: the acts of the screen as it was, the screens and what was opened. */
function useKnown(): Section[] {
  const me = useMe()
  const navigate = useNavigate()
  return useMemo(
    () => [
      { name: text.here, commands: offered().map(({ id, label, of, run }) => ({ id, label, note: of, words: of, run })) },
      {
        name: text.recent,
        commands: recent().map(({ id, nup, type }) => ({
          id: `recent-${id}`,
          label: nup,
          note: type,
          words: type,
          run: () => navigate({ to: '/processo/$processId', params: { processId: id } }),
        })),
      },
      {
        name: text.places,
        commands: placesFor(me.actions).flatMap(({ name, places }) =>
          places.map(({ label, to, search = {} }) => ({
            id: `place-${label}`,
            label,
            note: name,
            words: synonyms[to] ?? '',
            run: () => navigate({ to, search }),
          })),
        ),
      },
    ],
    // As the screen was when the palette was opened.
    [me, navigate],
  )
}

function narrowed({ name, commands }: Section, written: string): Section {
  return { name, commands: commands.filter(({ label, words = '' }) => matches(written, `${label} ${words}`)) }
}

function useNumber(written: string): Section[] {
  const navigate = useNavigate()
  const number = numberIn(written)
  if (number === null) return []
  const open = async () => {
    try {
      const { process, document } = await findByNumber(number)
      if (document) await navigate({ to: '/processo/$processId/documento/$documentId', params: { processId: process, documentId: document } })
      else await navigate({ to: '/processo/$processId', params: { processId: process } })
    } catch (error) {
      const missing = error instanceof ApiProblem && error.status === 404
      announce(missing ? text.notFound(number) : String(error instanceof Error ? error.message : error))
    }
  }
  return [{ name: text.found, commands: [{ id: 'number', label: text.byNumber(number), run: open }] }]
}
