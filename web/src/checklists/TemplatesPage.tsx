import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { defineTemplates, refreshTemplates, templatesQuery, type Templates } from '../api/checklists'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { TextArea, TextField } from '../ds/Field'
import { EmptyState, ErrorMessage, Loading } from '../ds/Message'
import { announce } from '../ds/toast'
import { templateMessages as text } from '../messages/checklists'
import { usePageTitle } from '../shell/page-title'
import './checklists.css'

/** The ready-made checklists of the unit, which every colleague may change (demands 1). */
export function TemplatesPage() {
  const { unit } = useMe()
  usePageTitle(text.page)
  const { data, error, refetch } = useQuery(templatesQuery(unit.id))
  return (
    <section className="sheet stack">
      <h1>
        {text.page} <span className="muted inbox-unit">{unit.acronym}</span>
      </h1>
      <p>{text.intro}</p>
      <ErrorMessage error={data ? null : error} onRetry={() => void refetch()} />
      {data ? <Lists key={`${unit.id} ${data.revision}`} kept={data} unit={unit.id} /> : error ? null : <Loading lines={4} />}
    </section>
  )
}

interface Line {
  key: string
  id?: string
  name: string
  items: string
}

const linesOf = (words: string) => words.split('\n').map((line) => line.trim()).filter(Boolean)

function Lists({ kept, unit }: { kept: Templates; unit: string }) {
  const [lines, setLines] = useState<Line[]>(() =>
    kept.templates.map((one) => ({ key: one.id, id: one.id, name: one.name, items: one.items.join('\n') })),
  )
  const [checked, setChecked] = useState(false)
  const save = useAct(
    (wanted: Line[], key) =>
      defineTemplates(
        wanted.map(({ id, name, items }) => ({ ...(id ? { id } : {}), name: name.trim(), items: linesOf(items) })),
        kept.revision,
        key,
      ),
    {
      onDone: async () => {
        announce(text.saved)
        await refreshTemplates(unit)
      },
    },
  )
  const change = (key: string, changes: Partial<Line>) => setLines(lines.map((line) => (line.key === key ? { ...line, ...changes } : line)))
  const sound = lines.every((line) => line.name.trim() && linesOf(line.items).length > 0)
  return (
    <>
      {lines.length === 0 ? <EmptyState title={text.empty} /> : null}
      {lines.map((line, place) => (
        <div key={line.key} className="checklist-template">
          <TextField
            label={text.name(place + 1)}
            required
            maxLength={60}
            value={line.name}
            onChange={(name) => change(line.key, { name })}
            error={checked && !line.name.trim() ? text.nameMissing : undefined}
          />
          <TextArea
            label={text.items(place + 1)}
            hint={text.itemsHint}
            required
            rows={5}
            value={line.items}
            onChange={(items) => change(line.key, { items })}
            error={checked && linesOf(line.items).length === 0 ? text.itemsMissing : undefined}
          />
          <div>
            <Button small aria-label={text.removeOf(line.name)} onClick={() => setLines(lines.filter((one) => one.key !== line.key))}>
              {text.remove}
            </Button>
          </div>
        </div>
      ))}
      <div className="row">
        <Button look="secondary" onClick={() => setLines([...lines, { key: crypto.randomUUID(), name: '', items: '' }])}>
          {text.add}
        </Button>
        <Button
          look="primary"
          busy={save.busy}
          onClick={() => {
            setChecked(true)
            if (sound) void save.run(lines)
          }}
        >
          {text.save}
        </Button>
      </div>
      <ErrorMessage error={save.error} />
    </>
  )
}
