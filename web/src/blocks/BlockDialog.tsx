import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { blockGroupsQuery } from '../api/block-groups'
import { changeBlock, createBlock, refreshBlocks, type BlockKind, type BlockPage } from '../api/blocks'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import type { ComboOption } from '../ds/ComboBox'
import { FormDialog } from '../ds/Dialog'
import { Select, TextField } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { UnitsField } from '../acts/UnitsField'
import { blockGroupMessages } from '../messages/block-groups'
import { blockMessages as text } from '../messages/blocks'

interface BlockDialogProps {
  kind: BlockKind
  /** The block to change; a new one without it. */
  page?: BlockPage
  /** The group a new one is put in unless another is chosen. */
  group?: string | undefined
  onClose: () => void
  onDone?: (id: string) => void
}

/** Novo bloco, or Alterar bloco (BLO-02). */
export default function BlockDialog({ kind, page, group: offered, onClose, onDone }: BlockDialogProps) {
  const [description, setDescription] = useState(page?.block.description ?? '')
  const [group, setGroup] = useState(page?.block.group ?? offered ?? '')
  const [units, setUnits] = useState<ComboOption[]>(
    () => page?.units.map(({ unit }) => ({ id: unit.id, label: unit.acronym })) ?? [],
  )
  const { unit } = useMe()
  const { data: groups } = useQuery(blockGroupsQuery(unit.id))
  // A group that takes no more blocks keeps those it has.
  const offeredGroups = groups?.filter((one) => one.active || one.id === page?.block.group) ?? []
  const inGroup = !groups || offeredGroups.some((one) => one.id === group) ? group : ''
  const [checked, setChecked] = useState(false)
  const save = useAct(
    async (input: { description: string; units: string[]; group: string }, key) => {
      if (page) {
        await changeBlock(page.block.id, input, key)
        return { id: page.block.id, number: page.block.number }
      }
      return createBlock(kind, input, key)
    },
    {
      onDone: async ({ id, number }) => {
        announce(page ? text.changed : text.created(number))
        onClose()
        await refreshBlocks(id)
        onDone?.(id)
      },
    },
  )
  const submit = () => {
    setChecked(true)
    if (!description.trim()) return
    void save.run({ description: description.trim(), units: units.map((one) => one.id), group: inGroup })
  }
  return (
    <FormDialog
      title={page ? text.changeTitle(page.block.number) : text.createTitle(text.kindOne[kind])}
      confirm={page ? text.save : text.createConfirm}
      busy={save.busy}
      onClose={onClose}
      onSubmit={submit}
    >
      <p className="muted">{text.kindHint[kind]}</p>
      <TextField
        label={text.description}
        required
        autoFocus
        maxLength={250}
        value={description}
        onChange={setDescription}
        error={save.field('description') ?? (checked && !description.trim() ? text.descriptionMissing : undefined)}
      />
      {kind === 'internal' ? null : (
        <UnitsField
          label={text.units}
          hint={text.unitsHint}
          optional
          chosen={units}
          onChange={setUnits}
          error={save.field('units')}
        />
      )}
      <Select label={text.group} hint={text.groupHint} value={inGroup} onChange={setGroup} error={save.field('group')}>
        <option value="">{text.noGroup}</option>
        {offeredGroups.map((one) => (
          <option key={one.id} value={one.id}>
            {blockGroupMessages.withState(one.name, one.active)}
          </option>
        ))}
      </Select>
      <ErrorMessage error={save.error} />
    </FormDialog>
  )
}
