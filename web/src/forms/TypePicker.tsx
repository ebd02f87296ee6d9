import { useState, type ReactNode } from 'react'
import { TextField } from '../ds/Field'
import { EmptyState } from '../ds/Message'
import { plain } from '../ds/plain'
import { formMessages as text } from '../messages/forms'
import './forms.css'

export interface TypeChoice {
  code: string
  name: string
  note?: string
  /** Shown first: what the unit uses, or what has a template. */
  first: boolean
}

interface TypePickerProps {
  choices: TypeChoice[]
  firstTitle: string
  allTitle: string
  /** Draws the link to the form of that type. */
  link: (choice: TypeChoice, label: ReactNode) => ReactNode
  onEnter: (choice: TypeChoice) => void
}

/** Search box and two lists; Enter takes the first that matches. */
export function TypePicker({ choices, firstTitle, allTitle, link, onEnter }: TypePickerProps) {
  const [query, setQuery] = useState('')
  const wanted = plain(query)
  const found = choices.filter((choice) => plain(`${choice.name} ${choice.note ?? ''}`).includes(wanted))
  const first = found.filter((choice) => choice.first)
  const others = found.filter((choice) => !choice.first)
  return (
    <div className="stack">
      <TextField
        label={text.filterTypes}
        className="field-medium"
        type="search"
        autoFocus
        autoComplete="off"
        value={query}
        onChange={setQuery}
        onKeyDown={(event) => {
          const choice = first[0] ?? others[0]
          if (event.key === 'Enter' && wanted && choice) {
            event.preventDefault()
            onEnter(choice)
          }
        }}
      />
      {found.length === 0 ? <EmptyState title={text.noTypes} /> : null}
      <Group title={firstTitle} choices={first} link={link} />
      <Group title={allTitle} choices={others} link={link} />
    </div>
  )
}

function Group({ title, choices, link }: { title: string; choices: TypeChoice[]; link: TypePickerProps['link'] }) {
  if (choices.length === 0) return null
  return (
    <section aria-label={title}>
      <h2 className="type-group">{title}</h2>
      <ul className="type-list">
        {choices.map((choice) => (
          <li key={choice.code}>
            {link(
              choice,
              <>
                <span className="type-name">{choice.name}</span>
                {choice.note ? <span className="option-note">{choice.note}</span> : null}
              </>,
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
