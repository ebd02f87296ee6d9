import { useState } from 'react'
import { cancelCredentials, holdingsKey, type Cancellation, type Holding } from '../api/holdings'
import { queryClient } from '../api/query-client'
import { useAct } from '../api/use-act'
import { FormDialog } from '../ds/Dialog'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { holdingsMessages as text } from '../messages/holdings'
import { idOf } from './holding-id'
import { ProvenFields, useProof } from './ProvenFields'

/** Credentials of people who no longer work in the unit, all or none (SIG-08). */
export default function CancelDialog({ chosen, onClose }: { chosen: Holding[]; onClose: () => void }) {
  const [checked, setChecked] = useState(false)
  const cancel = useAct((body: Cancellation, key) => cancelCredentials(body, key), {
    onDone: async () => {
      announce(text.cancelled(chosen.length))
      onClose()
      await queryClient.invalidateQueries({ queryKey: holdingsKey })
    },
  })
  const proof = useProof(cancel.error)
  const credentials = chosen.map((one) => ({ process: one.process, user: one.user.id, unit: one.unit.id }))
  return (
    <FormDialog
      title={text.cancelTitle(chosen.length)}
      confirm={text.cancelConfirm}
      confirmLook="danger"
      busy={cancel.busy}
      onClose={onClose}
      onSubmit={() => {
        setChecked(true)
        if (proof.given) void cancel.run({ ...proof.given, credentials })
      }}
    >
      <ul>
        {chosen.map((one) => (
          <li key={idOf(one)}>{text.line(one.user.name, one.nup)}</li>
        ))}
      </ul>
      <p>{text.cancelText}</p>
      <ProvenFields of={proof} checked={checked} refused={cancel.error} />
      <ErrorMessage error={proof.elsewhere} />
    </FormDialog>
  )
}
