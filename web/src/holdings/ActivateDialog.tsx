import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { UnitsField } from '../acts/UnitsField'
import { unitUsersQuery } from '../api/directory'
import { activateCredentials, holdingsKey, type Activation } from '../api/holdings'
import { queryClient } from '../api/query-client'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { ComboBox, type ComboOption } from '../ds/ComboBox'
import { FormDialog } from '../ds/Dialog'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { holdingsMessages as text } from '../messages/holdings'
import { ProvenFields, useProof } from './ProvenFields'

interface ActivateDialogProps {
  processes: string[]
  /** The unit may be another one: of the global holdings. */
  wide: boolean
  onClose: () => void
}

/** Who receives a credential of the chosen processes (SIG-08). */
export default function ActivateDialog({ processes, wide, onClose }: ActivateDialogProps) {
  const { unit } = useMe()
  const [units, setUnits] = useState<ComboOption[]>([{ id: unit.id, label: unit.acronym }])
  const [person, setPerson] = useState<ComboOption | null>(null)
  const [checked, setChecked] = useState(false)
  const place = units.at(-1)
  const activate = useAct((body: Activation, key) => activateCredentials(body, key), {
    onDone: async () => {
      announce(text.activated(person?.label ?? '', processes.length))
      onClose()
      await queryClient.invalidateQueries({ queryKey: holdingsKey })
    },
  })
  const proof = useProof(activate.error)
  return (
    <FormDialog
      title={text.activateTitle(processes.length)}
      confirm={text.activateConfirm}
      busy={activate.busy}
      onClose={onClose}
      onSubmit={() => {
        setChecked(true)
        if (place && person && proof.given) void activate.run({ ...proof.given, processes, user: person.id, unit: place.id })
      }}
    >
      <p>{text.activateText}</p>
      {wide ? (
        <UnitsField
          label={text.unit}
          hint=""
          withOwn
          focus={false}
          chosen={units}
          onChange={(chosen) => {
            setUnits(chosen.slice(-1))
            setPerson(null)
          }}
          error={activate.field('unit') ?? (checked && !place ? text.unitMissing : undefined)}
        />
      ) : null}
      {place ? <PersonField key={place.id} unit={place.id} onChoose={setPerson} error={checked && !person ? text.userMissing : undefined} /> : null}
      <ProvenFields of={proof} checked={checked} refused={activate.error} />
      <ErrorMessage error={proof.elsewhere} />
    </FormDialog>
  )
}

function PersonField(props: { unit: string; onChoose: (person: ComboOption | null) => void; error: string | undefined }) {
  const { data = [], isFetching } = useQuery(unitUsersQuery(props.unit))
  return (
    <ComboBox
      label={text.user}
      required
      options={data.map((one) => ({ id: one.id, label: one.name, note: one.login }))}
      loading={isFetching}
      onChoose={props.onChoose}
      onEdit={() => props.onChoose(null)}
      error={props.error}
    />
  )
}
