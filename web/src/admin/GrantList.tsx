import { lazy, Suspense, useState } from 'react'
import { refreshAdministration, setGrants, type GrantInput, type GrantLine, type UserRecord } from '../api/administration'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { FormDialog } from '../ds/Dialog'
import { ErrorMessage } from '../ds/Message'
import { Tag } from '../ds/Tag'
import { announce } from '../ds/toast'
import { userMessages as text } from '../messages/administration'
import { formatCivil } from '../time/format'
import { useProfiles } from './use-profiles'

const GrantDialog = lazy(() => import('./GrantDialog'))
const CopyGrantsDialog = lazy(() => import('./CopyGrantsDialog'))

/** The grant as it is sent back. */
export function asInput(grant: GrantLine): GrantInput {
  const { unit, profile, valid_from, valid_until, subunits, standing_in_for } = grant
  return { unit, profile, valid_from, valid_until, subunits, standing_in_for: standing_in_for?.id ?? '' }
}

/** What a user was given, with its validity, and the acts on it (ACC-09). */
export function GrantList({ user }: { user: UserRecord }) {
  const { actions } = useMe()
  const named = useProfiles()
  const [asked, setAsked] = useState<'give' | 'copy' | GrantLine | null>(null)
  const gives = actions.includes('user.grant')
  const close = () => setAsked(null)
  const told = (grant: GrantLine) =>
    text.line(named(grant.profile), grant.unit === '*' ? text.everyUnit.toLowerCase() : grant.unit_acronym)
  return (
    <section className="stack-small">
      <h2>{text.grants}</h2>
      {user.grants.length === 0 ? <p className="muted">{text.noGrants}</p> : null}
      <ul className="group-list" aria-label={text.grants}>
        {user.grants.map((grant) => (
          <li key={JSON.stringify(grant)} className="group-line">
            <div>
              <strong>{told(grant)}</strong> <Tag tone={grant.state === 'current' ? 'success' : 'neutral'}>{text.state[grant.state]}</Tag>
              <p className="muted small">{details(grant)}</p>
            </div>
            {gives ? (
              <Button small onClick={() => setAsked(grant)}>
                {text.withdraw}
                <span className="visually-hidden"> {told(grant)}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {gives ? (
        <div className="row">
          <Button look="primary" onClick={() => setAsked('give')}>
            {text.give}
          </Button>
          <Button onClick={() => setAsked('copy')}>{text.copy}</Button>
        </div>
      ) : null}
      <Suspense fallback={null}>
        {asked === 'give' ? <GrantDialog user={user} onClose={close} /> : null}
        {asked === 'copy' ? <CopyGrantsDialog user={user} onClose={close} /> : null}
      </Suspense>
      {asked && typeof asked === 'object' ? <Withdraw user={user} grant={asked} told={told(asked)} onClose={close} /> : null}
    </section>
  )
}

function details(grant: GrantLine): string {
  const from = grant.valid_from ? formatCivil(grant.valid_from) : null
  const until = grant.valid_until ? formatCivil(grant.valid_until) : null
  return [
    text.period(from, until),
    grant.subunits ? text.withSubunits : '',
    grant.standing_in_for ? text.inPlaceOf(grant.standing_in_for.name) : '',
  ]
    .filter(Boolean)
    .join(', ')
}

interface WithdrawProps {
  user: UserRecord
  grant: GrantLine
  told: string
  onClose: () => void
}

function Withdraw({ user, grant, told, onClose }: WithdrawProps) {
  const rest = user.grants.filter((one) => one !== grant).map(asInput)
  const save = useAct((grants: GrantInput[], key) => setGrants(user.id, user.revision, grants, key), {
    onDone: async () => {
      announce(text.withdrawn)
      onClose()
      await refreshAdministration()
    },
  })
  return (
    <FormDialog title={text.withdrawTitle} confirm={text.withdraw} confirmLook="danger" busy={save.busy} onClose={onClose} onSubmit={() => void save.run(rest)}>
      <p>{text.withdrawText(told)}</p>
      <ErrorMessage error={save.error} />
    </FormDialog>
  )
}
