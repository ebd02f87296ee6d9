import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { orderCircular, type CircularInput } from '../api/circulars'
import { useAct } from '../api/use-act'
import { SigningBlockField } from '../blocks/SigningBlockField'
import type { ComboOption } from '../ds/ComboBox'
import { FormDialog } from '../ds/Dialog'
import { ErrorMessage } from '../ds/Message'
import { ContactsField } from '../forms/ContactsField'
import { circularMessages as text } from '../messages/circular'

const BlockDialog = lazy(() => import('../blocks/BlockDialog'))

interface CircularDialogProps {
  process: string
  document: string
  name: string
  onClose: () => void
}

/** One letter for many: a document of its own for each addressee, all in a signing block (DOC-19). */
export default function CircularDialog({ process, document, name, onClose }: CircularDialogProps) {
  const navigate = useNavigate()
  const [addressees, setAddressees] = useState<ComboOption[]>([])
  const [block, setBlock] = useState('')
  const [creating, setCreating] = useState(false)
  const [checked, setChecked] = useState(false)
  const order = useAct((input: CircularInput, key) => orderCircular(process, document, input, key), {
    onDone: ({ job }) => navigate({ to: '/trabalho/$jobId', params: { jobId: job }, search: {} }),
  })
  const submit = () => {
    setChecked(true)
    if (addressees.length > 0 && block) void order.run({ addressees: addressees.map(({ id }) => id), block })
  }
  if (creating) {
    return (
      <Suspense fallback={null}>
        <BlockDialog kind="signing" onClose={() => setCreating(false)} onDone={setBlock} />
      </Suspense>
    )
  }
  return (
    <FormDialog
      title={text.title(name)}
      confirm={addressees.length > 0 ? text.confirm(addressees.length) : text.confirmNone}
      busy={order.busy}
      onClose={onClose}
      onSubmit={submit}
    >
      <p>{text.intro}</p>
      <ContactsField
        label={text.addressees}
        hint={text.fieldHint}
        chosen={addressees}
        onChange={setAddressees}
        error={order.field('addressees') ?? (checked && addressees.length === 0 ? text.addresseesMissing : undefined)}
      />
      <SigningBlockField
        label={text.block}
        value={block}
        onChange={setBlock}
        onCreate={() => setCreating(true)}
        error={order.field('block') ?? (checked && !block ? text.blockMissing : undefined)}
      />
      <ErrorMessage error={order.error} />
    </FormDialog>
  )
}
