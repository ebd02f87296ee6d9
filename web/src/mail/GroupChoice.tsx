import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { deleteEmailGroup, emailGroupsQuery, saveEmailGroup, type EmailGroup } from '../api/correspondence'
import { queryClient } from '../api/query-client'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { Select, TextField } from '../ds/Field'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { emailMessages as text } from '../messages/correspondence'

interface GroupChoiceProps {
  /** What is typed in "Para" now. */
  addresses: string[]
  onInclude: (addresses: string[]) => void
}

/** The unit's e-mail groups: one may be added to who receives, and who receives may be kept as one (CON-02). */
export function GroupChoice({ addresses, onInclude }: GroupChoiceProps) {
  const { unit } = useMe()
  const groups = useQuery(emailGroupsQuery(unit.id))
  const [chosen, setChosen] = useState('')
  const [name, setName] = useState('')
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['email-groups'] })
  const save = useAct((input: Omit<EmailGroup, 'id'>, key) => saveEmailGroup(input, key), {
    onDone: async () => {
      announce(text.groupSaved)
      setName('')
      await refresh()
    },
  })
  const remove = useAct((id: string, key) => deleteEmailGroup(id, key), {
    onDone: async () => {
      announce(text.groupDeleted)
      setChosen('')
      await refresh()
    },
  })
  const items = groups.data?.items ?? []
  const group = items.find((one) => one.id === chosen)
  return (
    <details className="email-groups">
      <summary>{text.groups}</summary>
      {items.length > 0 ? (
        <div className="row">
          <Select label={text.group} value={chosen} onChange={setChosen}>
            <option value="">{text.chooseGroup}</option>
            {items.map((one) => (
              <option key={one.id} value={one.id}>
                {text.groupOption(one.name, one.addresses.length)}
              </option>
            ))}
          </Select>
          <Button small look="secondary" unavailable={group ? null : text.chooseGroup} onClick={() => onInclude(group?.addresses ?? [])}>
            {text.includeGroup}
          </Button>
          <Button small busy={remove.busy} unavailable={group ? null : text.chooseGroup} onClick={() => void remove.run(chosen)}>
            {text.deleteGroup}
          </Button>
        </div>
      ) : (
        <p className="muted">{text.noGroups}</p>
      )}
      <div className="row">
        <TextField
          label={text.groupName}
          hint={text.groupNameHint}
          maxLength={100}
          value={name}
          onChange={setName}
          error={save.field('name') ?? save.field('addresses.0')}
        />
        <Button
          small
          look="secondary"
          busy={save.busy}
          unavailable={name.trim() && addresses.length > 0 ? null : text.groupMissing}
          onClick={() => void save.run({ name: name.trim(), addresses })}
        >
          {text.saveGroup}
        </Button>
      </div>
      <ErrorMessage error={save.error ?? remove.error} />
    </details>
  )
}
