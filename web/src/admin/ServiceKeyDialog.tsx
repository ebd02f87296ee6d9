import { useState } from 'react'
import { refreshAdministration } from '../api/administration'
import { randomSeed } from '../api/security'
import { makeServiceKey, type Service } from '../api/systems'
import { useAct } from '../api/use-act'
import { Button } from '../ds/Button'
import { DateField } from '../ds/DateField'
import { Dialog, FormDialog } from '../ds/Dialog'
import { ErrorMessage, Message } from '../ds/Message'
import { announce } from '../ds/toast'
import { serviceMessages as text } from '../messages/systems'
import { addDays } from '../time/format'
import { useTime } from '../time/use-time'

/** What is proposed: half a year. */
const USUAL_DAYS = 180
const DAYS_AT_MOST = 366

type Named = Pick<Service, 'id' | 'name'>

/** Makes a key and shows it, this once: closed, it is in no memory of the page (ACC-09). */
export function ServiceKeyDialog({ service, onClose }: { service: Named; onClose: () => void }) {
  const today = useTime().today()
  const [seed] = useState(randomSeed)
  const [expires, setExpires] = useState(() => addDays(today, USUAL_DAYS))
  const [checked, setChecked] = useState(false)
  const [made, setMade] = useState<string | null>(null)
  const act = useAct((expires_on: string, key) => makeServiceKey(service.id, { expires_on, seed }, key), {
    onDone: async ({ key }) => {
      setMade(key)
      await refreshAdministration()
    },
  })
  if (made !== null) return <MadeKey service={service} made={made} onClose={onClose} />
  return (
    <FormDialog
      title={text.createKeyTitle(service.name)}
      confirm={text.confirmKey}
      busy={act.busy}
      onClose={onClose}
      onSubmit={() => {
        setChecked(true)
        if (expires) void act.run(expires)
      }}
    >
      <p>{text.createKeyText}</p>
      <DateField
        label={text.expiresOn}
        hint={text.expiresHint}
        required
        min={today}
        max={addDays(today, DAYS_AT_MOST)}
        value={expires}
        onChange={setExpires}
        error={checked && !expires ? text.required : act.field('expires_on')}
      />
      <ErrorMessage error={act.error} />
    </FormDialog>
  )
}

function MadeKey({ service, made, onClose }: { service: Named; made: string; onClose: () => void }) {
  const copy = () =>
    navigator.clipboard
      .writeText(made)
      .then(() => announce(text.copied))
      .catch(() => announce(text.notCopied, { tone: 'danger' }))
  return (
    <Dialog
      title={text.keyTitle}
      onClose={onClose}
      actions={
        <>
          <Button look="secondary" onClick={() => void copy()}>{text.copy}</Button>
          <Button look="primary" onClick={onClose}>
            {text.kept}
          </Button>
        </>
      }
    >
      <Message tone="warning" announced>
        {text.keyWarning}
      </Message>
      <p className="admin-key-label">
        {text.keyLabel(service.name)}
      </p>
      <p>
        <code className="admin-key">{made}</code>
      </p>
    </Dialog>
  )
}
