import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { favouritesQuery, keepFavourite, type FavouriteInput } from '../api/authoring'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { FormDialog } from '../ds/Dialog'
import { TextField } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { favouriteMessages as text } from '../messages/authoring'

interface FavouriteDialogProps {
  /** What is kept, as the title of the dialog says it. */
  name: string
  process: string
  document?: string
  /** The group it is in, when it is a favourite already. */
  group?: string
  onClose: () => void
}

/** Incluir nos favoritos, or Mudar de grupo (PRO-22). */
export default function FavouriteDialog({ name, process, document, group: now, onClose }: FavouriteDialogProps) {
  const { unit } = useMe()
  const [group, setGroup] = useState(now ?? '')
  const groups = useId()
  const known = useQuery(favouritesQuery(unit.id))
  const names = [...new Set((known.data?.items ?? []).map((one) => one.group).filter(Boolean))]
  const keep = useAct((input: FavouriteInput, key) => keepFavourite(input, key), {
    onDone: () => {
      announce(text.kept(name))
      onClose()
    },
  })
  return (
    <FormDialog
      title={now === undefined ? text.dialogTitle(name) : text.changeTitle(name)}
      confirm={now === undefined ? text.confirm : text.changeConfirm}
      busy={keep.busy}
      onClose={onClose}
      onSubmit={() => void keep.run({ process, document: document ?? null, group: group.trim() })}
    >
      <TextField
        label={text.group}
        hint={text.groupHint}
        list={groups}
        maxLength={60}
        autoFocus
        value={group}
        onChange={setGroup}
        error={keep.field('group')}
      />
      <datalist id={groups}>
        {names.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </datalist>
      <ErrorMessage error={keep.error} />
    </FormDialog>
  )
}
