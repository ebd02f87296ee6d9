import { useQuery } from '@tanstack/react-query'
import { arrangementQuery, setCheckpoint } from '../api/desk'
import { useMe } from '../api/use-me'
import type { Outcome } from '../acts/use-bulk'
import { Menu } from '../ds/Menu'
import { organiseMessages as text } from '../messages/organise'
import { applyToAll } from './apply'
import type { DeskTarget } from './targets'

interface CheckpointMenuProps {
  targets: DeskTarget[]
  onDone: (outcomes: Outcome[]) => void
}

/** Says which phase the chosen processes are in (TRA-12). Absent while the administration defined none for the unit. */
export function CheckpointMenu({ targets, onDone }: CheckpointMenuProps) {
  const { unit } = useMe()
  const { data } = useQuery({ ...arrangementQuery(unit.id), enabled: targets.length > 0 })
  const active = (data?.checkpoints ?? []).filter((one) => one.active)
  if (active.length === 0) return null
  const choose = (id: string | null, name: string) => {
    const changing = targets.filter((target) => target.unseen || (target.desk.checkpoint?.id ?? null) !== id)
    return moveTo(changing, id, name).then(onDone)
  }
  return (
    <Menu
      look="secondary"
      small
      label={text.checkpoint}
      unavailable={targets.length === 0 ? text.pickFirst : null}
      choices={[
        ...active.map((one) => ({ id: one.id, label: one.name, run: () => void choose(one.id, one.name) })),
        { id: 'none', label: text.noCheckpoint, run: () => void choose(null, '') },
      ]}
    />
  )
}

const putBack = (target: DeskTarget, key: string) => setCheckpoint(target.id, target.desk.checkpoint?.id ?? null, key)

export function moveTo(targets: DeskTarget[], id: string | null, name: string): Promise<Outcome[]> {
  return applyToAll({
    targets,
    act: (target, key) => setCheckpoint(target.id, id, key),
    said: (count) => (id ? text.checkpointSet(name, count) : text.checkpointRemoved(count)),
    order: { act: 'checkpoint', form: { checkpoint: id } },
    ...(targets.some((target) => target.unseen) ? {} : { undo: putBack }),
  })
}
