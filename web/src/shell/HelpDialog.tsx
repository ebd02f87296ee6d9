import { useEffect, useState } from 'react'
import { Button } from '../ds/Button'
import { Dialog } from '../ds/Dialog'
import { shortcutsEnabled } from '../ds/theme'
import { dsMessages } from '../messages/ds'
import { helpMessages as text, type Shortcut } from '../messages/help'
import { chooseKey, isChoosable, keyOf, keysWereChosen, resetKeys, type KeyAct } from './keymap'
import './help.css'

/** The keyboard map, as it is, and where its single keys are changed (eMAG 4.1, WCAG 2.1.1 and 2.1.4). */
export default function HelpDialog({ onClose }: { onClose: () => void }) {
  const [changing, setChanging] = useState<KeyAct | null>(null)
  const [said, setSaid] = useState('')
  useNextKey(changing, (key) => {
    setChanging(null)
    setSaid(changing && key !== null ? changed(changing, key) : '')
  })
  const reset = () => {
    resetKeys()
    setSaid(text.wasReset)
  }
  const close = (
    <>
      {keysWereChosen() ? <Button onClick={reset}>{text.reset}</Button> : null}
      <Button look="primary" onClick={onClose}>
        {dsMessages.close}
      </Button>
    </>
  )
  return (
    <Dialog title={text.title} onClose={onClose} actions={close} wide dismissable>
      <p className="muted">{shortcutsEnabled() ? text.singleLettersOn : text.singleLettersOff}</p>
      <p role="status" className="help-said">
        {changing ? text.pressNow : said}
      </p>
      <div className="help">
        {text.groups.map(({ name, keys }) => (
          <section key={name} aria-label={name}>
            <h3>{name}</h3>
            <dl className="help-keys">
              {keys.map((shortcut) => (
                <KeyLine key={shortcut.does} shortcut={shortcut} changing={changing} onChange={setChanging} />
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="muted small">{text.accessKeys}</p>
    </Dialog>
  )
}

interface KeyLineProps {
  shortcut: Shortcut
  changing: KeyAct | null
  onChange: (act: KeyAct) => void
}

function KeyLine({ shortcut: { press, does, act }, changing, onChange }: KeyLineProps) {
  const shown = act ? [keyOf(act).toUpperCase()] : press
  return (
    <div>
      <dt>
        {shown.map((key) => (
          <kbd key={key}>{act && act === changing ? '…' : key}</kbd>
        ))}
      </dt>
      <dd>
        {does}
        {act ? (
          <Button small aria-label={text.changeOf(does)} onClick={() => onChange(act)}>
            {text.change}
          </Button>
        ) : null}
      </dd>
    </div>
  )
}

function changed(act: KeyAct, key: string): string {
  if (!isChoosable(key)) return text.notChoosable
  const taken = chooseKey(act, key.toLowerCase())
  return taken ? text.taken(key.toUpperCase(), nameOf(taken)) : text.changed(nameOf(act), key.toUpperCase())
}

function nameOf(act: KeyAct): string {
  return text.groups.flatMap(({ keys }) => keys).find((one) => one.act === act)?.does ?? ''
}

/** The next key pressed while one is asked for, before anything else hears of it; null for Esc. */
function useNextKey(asked: KeyAct | null, then: (key: string | null) => void) {
  useEffect(() => {
    if (!asked) return undefined
    const listen = (event: KeyboardEvent) => {
      if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return
      event.preventDefault()
      event.stopPropagation()
      then(event.key === 'Escape' ? null : event.key)
    }
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  })
}
