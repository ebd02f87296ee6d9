import { useState } from 'react'
import { refreshAdministration } from '../api/administration'
import { revokeServiceKey, type Service, type ServiceKey } from '../api/systems'
import { useAct } from '../api/use-act'
import { Button } from '../ds/Button'
import { FormDialog } from '../ds/Dialog'
import { ErrorMessage } from '../ds/Message'
import { Tag } from '../ds/Tag'
import { announce } from '../ds/toast'
import { serviceMessages as text } from '../messages/systems'
import { formatCivil } from '../time/format'
import { useTime } from '../time/use-time'
import { ServiceKeyDialog } from './ServiceKeyDialog'

const KEYS_AT_MOST = 2
const ENDING = 6

/** A key is known by the end of its identifier: the secret is kept nowhere. */
const nameOf = (key: ServiceKey) => text.keyName(key.id.slice(-ENDING))

/** The keys of a system: when each was used, until when it is good, and the acts on them (ACC-09). */
export function ServiceKeys({ service, keeps }: { service: Service; keeps: boolean }) {
  const [asked, setAsked] = useState<'new' | ServiceKey | null>(null)
  const close = () => setAsked(null)
  const full = service.keys.filter((key) => key.live).length >= KEYS_AT_MOST
  return (
    <section className="stack" aria-labelledby="chaves">
      <h2 id="chaves">{text.keys}</h2>
      <p>{service.keys.length === 0 ? text.noKeys : text.keysText}</p>
      {service.keys.length > 0 ? <KeyTable keys={service.keys} onRevoke={keeps ? setAsked : null} /> : null}
      {keeps && service.active ? (
        full ? (
          <p className="muted">{text.twoKeys}</p>
        ) : (
          <div>
            <Button look="primary" onClick={() => setAsked('new')}>
              {text.createKey}
            </Button>
          </div>
        )
      ) : null}
      {asked === 'new' ? <ServiceKeyDialog service={service} onClose={close} /> : null}
      {asked && asked !== 'new' ? <RevokeDialog service={service} revoked={asked} onClose={close} /> : null}
    </section>
  )
}

function KeyTable({ keys, onRevoke }: { keys: ServiceKey[]; onRevoke: ((key: ServiceKey) => void) | null }) {
  const time = useTime()
  return (
    <div className="admin-scroll">
      <table className="admin-table">
        <caption className="visually-hidden">{text.keys}</caption>
        <thead>
          <tr>
            <th scope="col">{text.keyColumns.key}</th>
            <th scope="col">{text.keyColumns.made}</th>
            <th scope="col">{text.keyColumns.used}</th>
            <th scope="col">{text.keyColumns.expires}</th>
            {onRevoke ? <th scope="col">{text.keyColumns.act}</th> : null}
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.id}>
              <th scope="row">{nameOf(key)}</th>
              <td>{text.made(key.made_by, time.instant(key.made_at))}</td>
              <td>{key.used_on ? formatCivil(key.used_on) : <span className="muted">{text.neverUsed}</span>}</td>
              <td>
                {formatCivil(key.expires_on)} {key.live ? null : <Tag tone="warning">{text.expired}</Tag>}
              </td>
              {onRevoke ? (
                <td>
                  <Button small onClick={() => onRevoke(key)}>
                    {text.revoke}
                    <span className="visually-hidden"> {nameOf(key)}</span>
                  </Button>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function RevokeDialog({ service, revoked, onClose }: { service: Service; revoked: ServiceKey; onClose: () => void }) {
  const save = useAct((id: string, key) => revokeServiceKey(service.id, id, key), {
    onDone: async () => {
      announce(text.revoked)
      onClose()
      await refreshAdministration()
    },
  })
  return (
    <FormDialog
      title={text.revokeTitle(nameOf(revoked))}
      confirm={text.confirmRevoke}
      confirmLook="danger"
      busy={save.busy}
      onClose={onClose}
      onSubmit={() => void save.run(revoked.id)}
    >
      <p>{text.revokeText}</p>
      {revoked.live && revoked.used_on ? <p>{text.revokeUsed(formatCivil(revoked.used_on))}</p> : null}
      <ErrorMessage error={save.error} />
    </FormDialog>
  )
}
