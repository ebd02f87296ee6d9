import { offerEntry, refreshAdministration, type Table, type TableEntry } from '../api/administration'
import { useAct } from '../api/use-act'
import { FormDialog } from '../ds/Dialog'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { tableMessages as text } from '../messages/administration'

/** Puts an entry out of use, or back (PRO-04, PRO-09). */
export function OfferDialog({ table, entry, onClose }: { table: Table; entry: TableEntry; onClose: () => void }) {
  const save = useAct((active: boolean, key) => offerEntry(table, entry, active, key), {
    onDone: async (_, active) => {
      announce(active ? text.reactivated(entry.name) : text.deactivated(entry.name))
      onClose()
      await refreshAdministration()
    },
  })
  const [resting, returning] = table.name === 'profiles' ? [text.deactivateProfile, text.reactivateProfile] : [text.deactivateText, text.reactivateText]
  return (
    <FormDialog
      title={entry.active ? text.deactivateTitle(entry.name) : text.reactivateTitle(entry.name)}
      confirm={entry.active ? text.deactivate : text.reactivate}
      confirmLook={entry.active ? 'danger' : 'primary'}
      busy={save.busy}
      onClose={onClose}
      onSubmit={() => void save.run(!entry.active)}
    >
      <p>{entry.active ? resting : returning}</p>
      <ErrorMessage error={save.error} />
    </FormDialog>
  )
}
