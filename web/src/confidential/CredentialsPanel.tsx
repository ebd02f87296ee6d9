import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import {
  credentialsQuery,
  forgetSecret,
  refreshCredentials,
  renewCredential,
  renounceCredential,
  revokeCredential,
  revokeSigning,
  type Credential,
  type DocumentCredential,
  type Holder,
} from '../api/confidential'
import type { ProcessPage } from '../api/types'
import { useAct } from '../api/use-act'
import { Button } from '../ds/Button'
import { FormDialog } from '../ds/Dialog'
import { ErrorMessage, Loading } from '../ds/Message'
import { announce } from '../ds/toast'
import { credentialMessages as text } from '../messages/confidential'
import { refusal } from '../process/acts'
import { useTime } from '../time/use-time'
import HolderDialog from './HolderDialog'

type Open = { name: 'grant' } | { name: 'renounce' } | { name: 'revoke'; credential: Credential }

/** Who may open the process, who could, and how one lets others in and out (SIG-02 to SIG-05). */
export default function CredentialsPanel({ page }: { page: ProcessPage }) {
  const { process, actions } = page
  const list = useQuery(credentialsQuery(process.id))
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const live = list.data?.items.filter((one) => one.ended === null) ?? []
  const over = list.data?.items.filter((one) => one.ended !== null) ?? []
  return (
    <div className="side-body stack">
      <p className="muted small">{text.intro}</p>
      <div className="row">
        <Button small look="primary" unavailable={refusal(actions, 'credential.grant')} onClick={() => setOpen({ name: 'grant' })}>
          {text.grant}
        </Button>
        <Button small look="secondary" unavailable={refusal(actions, 'credential.renounce')} onClick={() => setOpen({ name: 'renounce' })}>
          {text.renounce}
        </Button>
      </div>
      <ErrorMessage error={list.data ? null : list.error} onRetry={() => void list.refetch()} />
      {list.isPending ? <Loading lines={3} /> : null}
      <People title={text.live} rows={live} process={process.id} onRevoke={(credential) => setOpen({ name: 'revoke', credential })} />
      <Signers rows={list.data?.signing ?? []} process={process.id} />
      <People title={text.over} rows={over} process={process.id} />
      {open?.name === 'grant' ? <HolderDialog process={process} act="grant" onClose={close} /> : null}
      {open?.name === 'revoke' ? <RevokeDialog process={process.id} credential={open.credential} onClose={close} /> : null}
      {open?.name === 'renounce' ? <RenounceDialog process={process.id} onClose={close} /> : null}
    </div>
  )
}

/** Who was asked to sign a document and has not yet (SIG-07). */
function Signers({ rows, process }: { rows: DocumentCredential[]; process: string }) {
  if (rows.length === 0) return null
  return (
    <section className="stack">
      <h3>{text.signing}</h3>
      <ul className="overview-list">
        {rows.map((one) => (
          <Signer key={`${one.document} ${one.user.id} ${one.unit.id}`} credential={one} process={process} />
        ))}
      </ul>
    </section>
  )
}

function Signer({ credential, process }: { credential: DocumentCredential; process: string }) {
  const time = useTime()
  const { document, label, user, unit, granted_by: by, granting_unit: from } = credential
  const revoke = useAct((holder: Holder, key) => revokeSigning(process, document, holder, key), {
    onDone: async () => {
      announce(text.revokedSigning(user.name))
      await refreshCredentials(process)
    },
  })
  return (
    <li>
      <strong>{user.name}</strong> {unit.acronym}
      <div>{text.signingOf(label)}</div>
      <div className="muted small">{text.grantedBy(by.name, from.acronym, time.instant(credential.granted_at))}</div>
      {credential.revocable ? (
        <Button
          small
          look="secondary"
          busy={revoke.busy}
          aria-label={text.revokeSigningOf(user.name, label)}
          onClick={() => void revoke.run({ user: user.id, unit: unit.id })}
        >
          {text.revokeNow}
        </Button>
      ) : null}
      <ErrorMessage error={revoke.error} />
    </li>
  )
}

interface PeopleProps {
  title: string
  rows: Credential[]
  process: string
  onRevoke?: (credential: Credential) => void
}

function People({ title, rows, process, onRevoke }: PeopleProps) {
  if (rows.length === 0) return null
  return (
    <section className="stack">
      <h3>{title}</h3>
      <ul className="overview-list">
        {rows.map((one) => (
          <Line key={`${one.user.id} ${one.unit.id}`} credential={one} process={process} onRevoke={onRevoke} />
        ))}
      </ul>
    </section>
  )
}

function Line({ credential, process, onRevoke }: { credential: Credential; process: string; onRevoke: PeopleProps['onRevoke'] }) {
  const time = useTime()
  const { user, unit, granted_by: by, granting_unit: from, ended, ended_at: endedAt } = credential
  const renew = useAct((holder: { user: string; unit: string }, key) => renewCredential(process, holder, key), {
    onDone: async () => {
      announce(text.renewed(user.name))
      await refreshCredentials(process)
    },
  })
  const standing = [
    ended && endedAt ? text.ended[ended](time.instant(endedAt)) : null,
    !ended && !credential.opened ? text.notOpened : null,
    credential.concluded ? text.concluded : null,
  ].filter((one) => one !== null)
  return (
    <li>
      <strong>{user.name}</strong> {credential.own ? `(${text.you}) ` : ''}
      {unit.acronym}
      {standing.length > 0 ? <div>{standing.join(' · ')}</div> : null}
      <div className="muted small">{text.grantedBy(by.name, from.acronym, time.instant(credential.granted_at))}</div>
      {credential.revocable && onRevoke ? (
        <div className="row">
          <Button
            small
            look="secondary"
            busy={renew.busy}
            aria-label={text.renewOf(user.name)}
            onClick={() => void renew.run({ user: user.id, unit: unit.id })}
          >
            {text.renew}
          </Button>
          <Button small look="secondary" aria-label={text.revokeOf(user.name)} onClick={() => onRevoke(credential)}>
            {text.revoke}
          </Button>
        </div>
      ) : null}
      <ErrorMessage error={renew.error} />
    </li>
  )
}

function RevokeDialog({ process, credential, onClose }: { process: string; credential: Credential; onClose: () => void }) {
  const { user, unit } = credential
  const revoke = useAct((holder: { user: string; unit: string }, key) => revokeCredential(process, holder, key), {
    onDone: async () => {
      announce(text.revoked(user.name))
      onClose()
      await refreshCredentials(process)
    },
  })
  return (
    <FormDialog
      title={text.revokeTitle(user.name)}
      confirm={text.revokeConfirm}
      busy={revoke.busy}
      onClose={onClose}
      onSubmit={() => void revoke.run({ user: user.id, unit: unit.id })}
    >
      <p>{text.revokeText}</p>
      <ErrorMessage error={revoke.error} />
    </FormDialog>
  )
}

function RenounceDialog({ process, onClose }: { process: string; onClose: () => void }) {
  const navigate = useNavigate()
  const renounce = useAct((_: undefined, key) => renounceCredential(process, {}, key), {
    onDone: async () => {
      announce(text.renounced)
      await navigate({ to: '/sigilosos' })
      forgetSecret(process)
    },
  })
  return (
    <FormDialog title={text.renounceTitle} confirm={text.renounceConfirm} busy={renounce.busy} onClose={onClose} onSubmit={() => void renounce.run(undefined)}>
      <p>{text.renounceText}</p>
      <ErrorMessage error={renounce.error} />
    </FormDialog>
  )
}
