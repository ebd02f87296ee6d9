import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { peopleOptions } from '../acts/people-options'
import { assignBlock, refreshBlocks, type BlockRow } from '../api/blocks'
import { unitUsersQuery } from '../api/directory'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { ComboBox, type ComboOption } from '../ds/ComboBox'
import { FormDialog } from '../ds/Dialog'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { assignMessages } from '../messages/acts'
import { blockPageMessages as text } from '../messages/blocks'

/** Who of this unit takes care of the block (BLO-04). */
export default function AssignBlockDialog({ block, onClose }: { block: BlockRow; onClose: () => void }) {
  const { unit, user } = useMe()
  const { data: users = [], isFetching } = useQuery(unitUsersQuery(unit.id))
  const [chosen, setChosen] = useState<ComboOption | null>(null)
  const [checked, setChecked] = useState(false)
  const assign = useAct((who: string, key) => assignBlock(block.id, who || null, key), {
    onDone: async () => {
      announce(text.assigned)
      onClose()
      await refreshBlocks(block.id)
    },
  })
  return (
    <FormDialog
      title={text.assignTitle(block.number)}
      confirm={assignMessages.confirm}
      busy={assign.busy}
      onClose={onClose}
      onSubmit={() => {
        setChecked(true)
        if (chosen) void assign.run(chosen.id)
      }}
    >
      {block.assignee ? <p>{assignMessages.current(block.assignee.name)}</p> : null}
      <ComboBox
        label={assignMessages.user}
        required
        autoFocus
        options={peopleOptions(users, user)}
        loading={isFetching}
        onChoose={setChosen}
        onEdit={() => setChosen(null)}
        error={checked && !chosen ? assignMessages.missing : undefined}
      />
      <ErrorMessage error={assign.error} />
    </FormDialog>
  )
}
