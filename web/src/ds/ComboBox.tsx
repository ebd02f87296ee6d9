import { useId, useRef, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox, ListBoxItem } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { dsMessages } from '../messages/ds'
import { plain } from './plain'
import { Glyph } from './Glyph'

export interface ComboOption {
  id: string
  label: string
  note?: string | undefined
}

interface ComboBoxProps {
  label: string
  options: ComboOption[]
  /** Text being typed; give with `onQuery` when the options come from the server. */
  query?: string
  onQuery?: (query: string) => void
  onChoose: (option: ComboOption) => void
  loading?: boolean
  hint?: string
  error?: string | undefined
  required?: boolean
  placeholder?: string
  autoFocus?: boolean
  /** Shows the whole list as soon as it takes the focus: for a dialog that asks only this. */
  openAtOnce?: boolean
  /** Clears what was typed after each choice, for lists of many. */
  clearOnChoose?: boolean
  initialText?: string
  /** The text no longer says what was chosen: where one choice counts, it counts no more. */
  onEdit?: () => void
}

/** Text box with suggestions; remote when `onQuery` is given, otherwise it narrows the options it has. */
export function ComboBox(props: ComboBoxProps) {
  const { label, options, onQuery, onChoose, loading, hint, error, required, clearOnChoose } = props
  const [text, setText] = useState(props.query ?? props.initialText ?? '')
  const id = useId()
  // While the server answers, the list is still of the letters before: what does not match must not be there to choose.
  const shown = onQuery && !loading ? options : narrow(options, text)
  const change = (value: string) => {
    setText(value)
    onQuery?.(value)
  }
  // A choice ends the round: React Aria would open the list again because the text changes, so a fresh box takes over.
  const [round, setRound] = useState(0)
  const chosenIn = useRef(-1)
  const choose = (option: ComboOption) => {
    chosenIn.current = round
    onChoose(option)
    change(clearOnChoose ? '' : option.label)
    setRound(round + 1)
  }
  return (
    <AriaComboBox
      key={round}
      className="field"
      items={shown}
      inputValue={text}
      value={null}
      allowsEmptyCollection
      allowsCustomValue
      menuTrigger={props.openAtOnce && round === 0 ? 'focus' : 'input'}
      isInvalid={Boolean(error)}
      isRequired={required ?? false}
      validationBehavior="aria"
      autoFocus={round > 0 || (props.autoFocus ?? false)}
      aria-describedby={hint || error ? `${id}-note` : ''}
      onInputChange={(value) => {
        if (chosenIn.current === round || value === text) return
        change(value)
        props.onEdit?.()
      }}
      onChange={(key) => {
        const option = shown.find((candidate) => candidate.id === key)
        if (option) choose(option)
      }}
    >
      <Label className="field-label">
        {label} {required ? <span className="field-required">{dsMessages.required}</span> : null}
      </Label>
      <div className="combo">
        <Input className="input" placeholder={props.placeholder ?? ''} autoComplete="off" />
        <AriaButton className="combo-open" aria-label={dsMessages.openOptions(label)}>
          <Glyph name="down" />
        </AriaButton>
      </div>
      {hint || error ? (
        <div id={`${id}-note`} className={error ? 'field-error' : 'field-hint'}>
          {error ?? hint}
        </div>
      ) : null}
      <Popover className="popover">
        <section aria-label={dsMessages.optionsOf(label)}>
          <ListBox<ComboOption> className="options" renderEmptyState={() => <EmptyOptions loading={loading ?? false} />}>
            {(option) => (
              <ListBoxItem id={option.id} className="option" textValue={option.label}>
                {option.label}
                {option.note ? <span className="option-note">{option.note}</span> : null}
              </ListBoxItem>
            )}
          </ListBox>
        </section>
      </Popover>
    </AriaComboBox>
  )
}

function EmptyOptions({ loading }: { loading: boolean }) {
  return <div className="option muted">{loading ? dsMessages.loading : dsMessages.noOptions}</div>
}

const MAX_SHOWN = 60

function narrow(options: ComboOption[], text: string): ComboOption[] {
  const wanted = plain(text)
  if (!wanted || options.some((option) => option.label === text)) return options.slice(0, MAX_SHOWN)
  return options.filter((option) => plain(`${option.label} ${option.note ?? ''}`).includes(wanted)).slice(0, MAX_SHOWN)
}
