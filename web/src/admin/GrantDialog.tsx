import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { powersQuery, refreshAdministration, setGrants, usersQuery, type GrantInput, type UserRecord } from '../api/administration'
import { unitsQuery } from '../api/directory'
import { useAct } from '../api/use-act'
import { Checkbox, RadioGroup } from '../ds/Choice'
import { ComboBox } from '../ds/ComboBox'
import { DateField } from '../ds/DateField'
import { FormDialog } from '../ds/Dialog'
import { Select } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { userMessages as text } from '../messages/administration'
import { asInput } from './GrantList'

const EVERY = '*'

/** One more permission: profile, place and time (ACC-09). */
export default function GrantDialog({ user, onClose }: { user: UserRecord; onClose: () => void }) {
  const [grant, setGrant] = useState<GrantInput>({ unit: '', profile: 'basic', valid_from: null, valid_until: null, subunits: false, standing_in_for: '' })
  const [checked, setChecked] = useState(false)
  const { data: powers } = useQuery(powersQuery)
  const change = (part: Partial<GrantInput>) => setGrant({ ...grant, ...part })
  const save = useAct((one: GrantInput, key) => setGrants(user.id, user.revision, [...user.grants.map(asInput), one], key), {
    onDone: async () => {
      announce(text.given)
      onClose()
      await refreshAdministration()
    },
  })
  const of = (name: string) => save.field(`grants.${user.grants.length}.${name}`)
  const everywhere = grant.unit === EVERY
  const submit = () => {
    setChecked(true)
    if (grant.unit) void save.run(grant)
  }
  return (
    <FormDialog title={text.giveTitle(user.social_name || user.name)} confirm={text.give} busy={save.busy} onClose={onClose} onSubmit={submit}>
      <Select label={text.profile} required value={grant.profile} onChange={(profile) => change({ profile })} error={of('profile')}>
        {(powers?.profiles ?? []).filter((one) => one.active).map((one) => (
          <option key={one.code} value={one.code}>
            {one.name}
          </option>
        ))}
      </Select>
      <RadioGroup
        label={text.where}
        inline
        value={everywhere ? 'every' : 'one'}
        onChange={(where) => change({ unit: where === 'every' ? EVERY : '', subunits: false })}
        options={[
          { value: 'one', label: text.inUnit },
          { value: 'every', label: text.everyUnit },
        ]}
      />
      {everywhere ? null : (
        <>
          <UnitField error={checked && !grant.unit ? text.grantUnitMissing : of('unit')} onChange={(unit) => change({ unit })} />
          <Checkbox label={text.subunits} checked={grant.subunits} onChange={(subunits) => change({ subunits })} />
        </>
      )}
      <DateField label={text.from} value={grant.valid_from ?? ''} onChange={(day) => change({ valid_from: day || null })} error={of('valid_from')} />
      <DateField label={text.until} hint={text.untilHint} value={grant.valid_until ?? ''} onChange={(day) => change({ valid_until: day || null })} error={of('valid_until')} />
      <PersonField label={text.standingIn} hint={text.standingInHint} error={of('standing_in_for')} onChange={(login) => change({ standing_in_for: login })} />
      <ErrorMessage error={save.error} />
    </FormDialog>
  )
}

function UnitField({ error, onChange }: { error: string | undefined; onChange: (unit: string) => void }) {
  const [query, setQuery] = useState('')
  const { data: units = [], isFetching } = useQuery(unitsQuery(query))
  return (
    <ComboBox
      label={text.grantUnit}
      required
      options={units.map((one) => ({ id: one.id, label: one.acronym, note: one.name }))}
      loading={isFetching}
      query={query}
      error={error}
      onQuery={setQuery}
      onEdit={() => onChange('')}
      onChoose={(option) => onChange(option.id)}
    />
  )
}

interface PersonFieldProps {
  label: string
  hint: string
  error: string | undefined
  required?: boolean
  onChange: (login: string) => void
}

/** A user by name or login. */
export function PersonField({ label, hint, error, required, onChange }: PersonFieldProps) {
  const [query, setQuery] = useState('')
  const { data, isFetching } = useInfiniteQuery(usersQuery(query.trim(), null))
  const users = data?.pages[0]?.items ?? []
  return (
    <ComboBox
      label={label}
      hint={hint}
      required={required ?? false}
      options={users.map((one) => ({ id: one.id, label: one.name, note: one.id }))}
      loading={isFetching}
      query={query}
      error={error}
      onQuery={setQuery}
      onEdit={() => onChange('')}
      onChoose={(option) => onChange(option.id)}
    />
  )
}
