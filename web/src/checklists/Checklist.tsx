import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { dropItem, extendChecklist, templatesQuery, tickItem } from '../api/checklists'
import type { ChecklistItem } from '../api/desk-types'
import { refreshProcess } from '../api/processes'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { Checkbox } from '../ds/Choice'
import { TextField } from '../ds/Field'
import { Menu } from '../ds/Menu'
import { ErrorMessage } from '../ds/Message'
import { checklistMessages as text } from '../messages/checklists'
import { useTime } from '../time/use-time'
import './checklists.css'

interface ChecklistProps {
  process: string
  items: ChecklistItem[]
  /** Why the unit may not change it now. */
  refusal: string | null
}

/** What the unit has to see to in this process, with who did each thing and when. */
export function Checklist({ process, items, refusal }: ChecklistProps) {
  const time = useTime()
  const refresh = { onDone: () => refreshProcess(process) }
  // What was just ticked shows at once; the answer, or the refusal, has the last word.
  const [ticking, setTicking] = useState<{ id: string; done: boolean } | null>(null)
  const tick = useAct(({ id, done }: { id: string; done: boolean }, key) => tickItem(process, id, done, key), refresh)
  const drop = useAct((id: string, key) => dropItem(process, id, key), refresh)
  const turn = async (id: string, now: boolean) => {
    setTicking({ id, done: now })
    await tick.run({ id, done: now })
    setTicking(null)
  }
  const done = items.filter((item) => item.at).length
  return (
    <>
      <h3>
        {text.title} {items.length > 0 ? <span className="muted small">{text.progress(done, items.length)}</span> : null}
      </h3>
      {items.length === 0 ? <p className="muted small">{text.empty}</p> : null}
      {items.length > 0 ? (
        <ul className="checklist" aria-label={text.title}>
          {items.map((item) => (
            <li key={item.id}>
              <Checkbox
                label={item.text}
                hint={item.by && item.at ? text.doneBy(item.by.name, time.instant(item.at)) : undefined}
                checked={ticking?.id === item.id ? ticking.done : item.at !== null}
                disabled={refusal !== null}
                onChange={(now) => void turn(item.id, now)}
              />
              {refusal === null ? (
                <Button small aria-label={text.dropOf(item.text)} busy={drop.busy} onClick={() => void drop.run(item.id)}>
                  {text.drop}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      <ErrorMessage error={tick.error ?? drop.error} />
      {refusal === null ? <NewItem process={process} /> : null}
    </>
  )
}

function NewItem({ process }: { process: string }) {
  const { unit } = useMe()
  const [words, setWords] = useState('')
  const [checked, setChecked] = useState(false)
  const { data } = useQuery(templatesQuery(unit.id))
  const extend = useAct(
    ({ template, items }: { template: string | null; items: string[] }, key) => extendChecklist(process, template, items, key),
    {
      onDone: async () => {
        setWords('')
        setChecked(false)
        await refreshProcess(process)
      },
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (words.trim()) void extend.run({ template: null, items: [words.trim()] })
  }
  return (
    <form className="checklist-new" noValidate onSubmit={submit}>
      <TextField
        label={text.item}
        maxLength={200}
        value={words}
        onChange={setWords}
        error={checked && !words.trim() ? text.missing : undefined}
      />
      <div className="row">
        <Button small look="secondary" type="submit" busy={extend.busy}>
          {text.add}
        </Button>
        {data && data.templates.length > 0 ? (
          <Menu
            small
            label={text.use}
            choices={data.templates.map((one) => ({
              id: one.id,
              label: one.name,
              run: () => void extend.run({ template: one.id, items: [] }),
            }))}
          />
        ) : null}
      </div>
      <ErrorMessage error={extend.error} />
    </form>
  )
}
