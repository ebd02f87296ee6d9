import { useState } from 'react'
import { changeFollowUp, followProcess, refreshFollowUps, type FollowUp } from '../api/follow'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { FormDialog } from '../ds/Dialog'
import { TextArea, TextField } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { followMessages as text } from '../messages/follow'

interface FollowDialogProps {
  target: { id: string; nup: string }
  /** The follow-up to change; none begins one. */
  kept?: FollowUp
  onClose: () => void
}

export default function FollowDialog({ target, kept, onClose }: FollowDialogProps) {
  const { unit } = useMe()
  const [group, setGroup] = useState(kept?.group ?? '')
  const [observation, setObservation] = useState(kept?.observation ?? '')
  const save = useAct(
    (words: { group: string; observation: string }, key) =>
      kept ? changeFollowUp(target.id, kept.id, words, key) : followProcess(target.id, words, key),
    {
      onDone: async () => {
        announce(kept ? text.changed : text.followed)
        onClose()
        await refreshFollowUps(unit.id)
      },
    },
  )
  return (
    <FormDialog
      title={kept ? text.editTitle(target.nup) : text.title(target.nup)}
      confirm={kept ? text.save : text.confirm}
      busy={save.busy}
      onClose={onClose}
      onSubmit={() => void save.run({ group: group.trim(), observation: observation.trim() })}
    >
      {/* The dialog was opened to write here. */}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
      <TextField label={text.group} hint={text.groupHint} maxLength={100} value={group} onChange={setGroup} autoFocus error={save.field('group')} />
      <TextArea
        label={text.observation}
        hint={text.observationHint}
        maxLength={500}
        rows={3}
        value={observation}
        onChange={setObservation}
        error={save.field('observation')}
      />
      <ErrorMessage error={save.error} />
    </FormDialog>
  )
}
