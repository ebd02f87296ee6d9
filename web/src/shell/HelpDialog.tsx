import { Button } from '../ds/Button'
import { Dialog } from '../ds/Dialog'
import { shortcutsEnabled } from '../ds/theme'
import { dsMessages } from '../messages/ds'
import { helpMessages as text } from '../messages/help'
import './help.css'

/** The keyboard map, as it is: every key here works (eMAG 4.1, WCAG 2.1). */
export default function HelpDialog({ onClose }: { onClose: () => void }) {
  const close = (
    <Button look="primary" onClick={onClose}>
      {dsMessages.close}
    </Button>
  )
  return (
    <Dialog title={text.title} onClose={onClose} actions={close} wide dismissable>
      <p className="muted">{shortcutsEnabled() ? text.singleLettersOn : text.singleLettersOff}</p>
      <div className="help">
        {text.groups.map(({ name, keys }) => (
          <section key={name} aria-label={name}>
            <h3>{name}</h3>
            <dl className="help-keys">
              {keys.map(({ press, does }) => (
                <div key={does}>
                  <dt>
                    {press.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="muted small">{text.accessKeys}</p>
    </Dialog>
  )
}
