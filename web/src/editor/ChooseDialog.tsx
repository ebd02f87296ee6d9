import { type ReactNode, useRef, useState } from 'react'
import { RadioGroup } from '../ds/Choice'
import { FormDialog } from '../ds/DialogWhenOpened'
import { TextField } from '../ds/Field'

export interface Choosable {
  id: string
  label: string
  hint?: string | undefined
}

interface ChooseDialogProps<Item extends Choosable> {
  words: { title: string; confirm: string; find: string; findHint: string; choose: string }
  /** What was typed means, best first. */
  matching: (typed: string) => Item[]
  /** Said when nothing matches. */
  none: string
  /** Said at the field when somebody confirms with nothing to insert. */
  refused?: string | undefined
  waiting?: boolean
  busy?: boolean
  onTyped?: (typed: string) => void
  onChoose: (item: Item) => void
  onClose: () => void
  /** Under the field: what is being waited for, or what went wrong. */
  children?: ReactNode
}

/** One of many by typing part of it: Enter takes the first, the arrow down goes to the list. */
export function ChooseDialog<Item extends Choosable>(props: ChooseDialogProps<Item>) {
  const { words, matching, none, refused, waiting = false, busy = false, onTyped, onChoose, onClose, children } = props
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  const shown = matching(typed)
  const first = shown.find(({ id }) => id === chosen) ?? shown[0]
  return (
    <FormDialog
      title={words.title}
      confirm={words.confirm}
      busy={busy}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true)
        if (first) onChoose(first)
      }}
    >
      <TextField
        label={words.find}
        hint={words.findHint}
        value={typed}
        onChange={(value) => {
          setTyped(value)
          onTyped?.(value)
          setChosen(null)
          setAsked(false)
        }}
        onKeyDown={(event) => {
          const radio = list.current?.querySelector<HTMLElement>('input:checked')
          if (event.key !== 'ArrowDown' || !radio) return
          event.preventDefault()
          radio.focus()
        }}
        autoComplete="off"
        autoFocus
        error={asked && !waiting && !first ? refused : undefined}
      />
      {children}
      {first ? (
        <div ref={list}>
          <RadioGroup
            label={words.choose}
            value={first.id}
            onChange={setChosen}
            options={shown.map(({ id, label, hint }) => ({ value: id, label, hint }))}
          />
        </div>
      ) : waiting ? null : (
        <p role="status">{none}</p>
      )}
    </FormDialog>
  )
}
