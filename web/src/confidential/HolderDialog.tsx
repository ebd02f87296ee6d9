import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { grantCredential, grantSigning, refreshCredentials, transferCredential, type Holder } from '../api/confidential'
import { unitUsersQuery } from '../api/directory'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { UnitsField } from '../acts/UnitsField'
import { ComboBox, type ComboOption } from '../ds/ComboBox'
import { FormDialog } from '../ds/Dialog'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { credentialMessages as text } from '../messages/confidential'

interface HolderDialogProps {
  process: { id: string; nup: string }
  act: 'grant' | 'transfer' | 'sign'
  /** What is to be signed. */
  document?: { id: string; name: string }
  onClose: () => void
}

const WORDS = {
  grant: { title: text.grantTitle, confirm: text.grantConfirm, done: text.granted, send: grantCredential },
  transfer: { title: text.transferTitle, confirm: text.transferConfirm, done: text.transferred, send: transferCredential },
  sign: { title: text.signTitle, confirm: text.grantConfirm, done: text.asked, send: grantCredential },
}

/** Who receives the credential: a person, in a unit (SIG-02, SIG-06). */
export default function HolderDialog({ process, act, document, onClose }: HolderDialogProps) {
  const { unit } = useMe()
  const [units, setUnits] = useState<ComboOption[]>([{ id: unit.id, label: unit.acronym }])
  const [person, setPerson] = useState<ComboOption | null>(null)
  const [checked, setChecked] = useState(false)
  const place = units.at(-1)
  const words = WORDS[act]
  const send = (holder: Holder, key: string) =>
    document ? grantSigning(process.id, document.id, holder, key) : words.send(process.id, holder, key)
  const give = useAct((holder: Holder, key) => send(holder, key), {
    onDone: async () => {
      announce(words.done(person?.label ?? ''))
      onClose()
      await refreshCredentials(process.id)
    },
  })
  return (
    <FormDialog
      title={words.title(document?.name ?? process.nup)}
      confirm={words.confirm}
      busy={give.busy}
      onClose={onClose}
      onSubmit={() => {
        setChecked(true)
        if (place && person) void give.run({ user: person.id, unit: place.id })
      }}
    >
      {act === 'transfer' ? <p>{text.transferText}</p> : null}
      {act === 'sign' ? <p>{text.signText}</p> : null}
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
        error={give.field('unit') ?? (checked && !place ? text.unitMissing : undefined)}
      />
      {place ? <PersonField key={place.id} unit={place.id} onChoose={setPerson} error={checked && !person ? text.userMissing : undefined} /> : null}
      <ErrorMessage error={give.error} />
    </FormDialog>
  )
}

function PersonField(props: { unit: string; onChoose: (person: ComboOption | null) => void; error: string | undefined }) {
  const { user } = useMe()
  const { data = [], isFetching } = useQuery(unitUsersQuery(props.unit))
  const options = data.filter((one) => one.id !== user.id).map((one) => ({ id: one.id, label: one.name, note: one.login }))
  return (
    <ComboBox
      label={text.user}
      hint={text.userHint}
      required
      options={options}
      loading={isFetching}
      onChoose={props.onChoose}
      onEdit={() => props.onChoose(null)}
      error={props.error}
    />
  )
}
