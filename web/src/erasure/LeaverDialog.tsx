import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { askLeaverErasure, erasuresKey, leaverPlanQuery, type Ground, type Leaver } from '../api/erasure'
import { queryClient } from '../api/query-client'
import { useAct } from '../api/use-act'
import { FormDialog } from '../ds/Dialog'
import { Select, TextArea } from '../ds/Field'
import { ErrorMessage, Loading } from '../ds/Message'
import { announce } from '../ds/toast'
import { erasureMessages as text } from '../messages/erasure'
import { PlanTable } from './PlanTable'

/** What would go of somebody who left, and the request. */
export default function LeaverDialog({
  leaver,
  grounds,
  onClose,
}: {
  leaver: Leaver
  grounds: { code: Ground; name: string }[]
  onClose: () => void
}) {
  const [ground, setGround] = useState<Ground | ''>(leaver.due ? 'ended' : '')
  const [reason, setReason] = useState('')
  const plan = useQuery(leaverPlanQuery(leaver.login))
  const ask = useAct(askLeaverErasure, {
    onDone: async () => {
      announce(text.sent)
      onClose()
      await queryClient.invalidateQueries({ queryKey: erasuresKey })
    },
  })
  return (
    <FormDialog
      title={text.leaverTitle(leaver.name, leaver.login)}
      confirm={text.send}
      wide
      busy={ask.busy}
      onClose={onClose}
      onSubmit={() => {
        if (ground) void ask.run({ login: leaver.login, ground, reason })
      }}
    >
      <ErrorMessage error={plan.error} />
      {plan.isPending ? <Loading lines={6} /> : null}
      {plan.data ? <PlanTable lines={plan.data.lines} /> : null}
      <Select label={text.ground} required value={ground} onChange={(value) => setGround(value as Ground | '')}>
        <option value="">{text.groundChoose}</option>
        {grounds.map((one) => (
          <option key={one.code} value={one.code}>
            {one.name}
          </option>
        ))}
      </Select>
      <TextArea label={text.reason} hint={text.reasonHint} required value={reason} onChange={setReason} error={ask.field('reason')} />
      <ErrorMessage error={ask.field('reason') ? null : ask.error} />
    </FormDialog>
  )
}
