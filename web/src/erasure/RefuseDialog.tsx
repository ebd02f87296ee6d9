import { useState } from 'react'
import { erasuresKey, refuseErasure, type Erasure } from '../api/erasure'
import { queryClient } from '../api/query-client'
import { useAct } from '../api/use-act'
import { FormDialog } from '../ds/Dialog'
import { TextArea } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { erasureMessages as text } from '../messages/erasure'

/** Another person's no, or one's own second thought. */
export default function RefuseDialog({ request, onClose }: { request: Erasure; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const refuse = useAct(refuseErasure, {
    onDone: async () => {
      announce(text.settledNow)
      onClose()
      await queryClient.invalidateQueries({ queryKey: erasuresKey })
    },
  })
  return (
    <FormDialog
      title={request.own ? text.withdrawTitle : text.refuseTitle}
      confirm={request.own ? text.withdraw : text.refuse}
      busy={refuse.busy}
      onClose={onClose}
      onSubmit={() => void refuse.run({ id: request.id, reason })}
    >
      <p>{text.requestOf(request.name)}</p>
      <TextArea
        label={text.refuseReason}
        hint={text.reasonHint}
        required
        value={reason}
        onChange={setReason}
        error={refuse.field('reason')}
      />
      <ErrorMessage error={refuse.field('reason') ? null : refuse.error} />
    </FormDialog>
  )
}
