import { useQuery } from '@tanstack/react-query'
import { arrangementQuery, attachLabel, detachLabel } from '../api/desk'
import type { Label } from '../api/desk-types'
import { useMe } from '../api/use-me'
import type { Outcome } from '../acts/use-bulk'
import { Menu, type MenuChoice } from '../ds/Menu'
import { organiseMessages as text } from '../messages/organise'
import { applyToAll } from './apply'
import type { DeskTarget } from './targets'

interface LabelMenuProps {
  targets: DeskTarget[]
  onDone: (outcomes: Outcome[]) => void
  onDialog: (name: 'label' | 'new-label') => void
}

/** Two presses put a label on everything chosen; one that all of them have is taken off. */
export function LabelMenu({ targets, onDone, onDialog }: LabelMenuProps) {
  const { unit } = useMe()
  const { data } = useQuery({ ...arrangementQuery(unit.id), enabled: targets.length > 0 })
  const labels = (data?.labels ?? []).filter((label) => label.active || targets.some((one) => has(one, label)))
  // Where the list does not show labels, either may be wanted.
  const unseen = targets.some((target) => target.unseen)
  const choices: MenuChoice[] = labels.flatMap((label) => {
    const all = !unseen && targets.every((target) => has(target, label))
    const on = { id: label.id, label: text.labelOf(label.name), run: () => void putOn(label, targets).then(onDone) }
    const off = { id: `${label.id}-off`, label: text.unlabelOf(label.name), run: () => void takeOff(label, targets).then(onDone) }
    return unseen ? [on, off] : [all ? off : on]
  })
  return (
    <Menu
      look="secondary"
      small
      label={text.label}
      unavailable={targets.length === 0 ? text.pickFirst : null}
      choices={[
        ...choices,
        ...(labels.length > 0 ? [{ id: 'text', label: text.labelWithText, run: () => onDialog('label') }] : []),
        { id: 'new', label: text.newLabel, run: () => onDialog('new-label') },
      ]}
    />
  )
}

const has = (target: DeskTarget, label: Label) => target.desk.labels.some((one) => one.id === label.id)

export function putOn(label: Pick<Label, 'id' | 'name'>, targets: DeskTarget[], words = ''): Promise<Outcome[]> {
  const before = new Map(targets.map((target) => [target.id, target.desk.labels.find((one) => one.id === label.id)?.text]))
  const undo = (target: DeskTarget, key: string) => {
    const old = before.get(target.id)
    return old === undefined ? detachLabel(target.id, label.id, key) : attachLabel(target.id, label.id, old, key)
  }
  return applyToAll({
    targets: targets.filter((target) => target.unseen || before.get(target.id) !== words),
    act: (target, key) => attachLabel(target.id, label.id, words, key),
    said: (count) => text.labelled(label.name, count),
    order: { act: 'label', form: { label: label.id, text: words } },
    ...(targets.some((target) => target.unseen) ? {} : { undo }),
  })
}

export function takeOff(label: Pick<Label, 'id' | 'name'>, targets: DeskTarget[]): Promise<Outcome[]> {
  const undo = (target: DeskTarget, key: string) => {
    const words = target.desk.labels.find((one) => one.id === label.id)?.text ?? ''
    return attachLabel(target.id, label.id, words, key)
  }
  return applyToAll({
    targets,
    act: (target, key) => detachLabel(target.id, label.id, key),
    said: (count) => text.unlabelled(label.name, count),
    order: { act: 'unlabel', form: { label: label.id } },
    ...(targets.some((target) => target.unseen) ? {} : { undo }),
  })
}
