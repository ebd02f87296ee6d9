import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { arrangementQuery, changeLabel, deleteLabel, refreshArrangement } from '../api/desk'
import type { Label } from '../api/desk-types'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { Button, buttonClass } from '../ds/Button'
import { EmptyState, ErrorMessage, Loading } from '../ds/Message'
import { Tag } from '../ds/Tag'
import { announce } from '../ds/toast'
import { labelMessages as text } from '../messages/organise'
import { usePageTitle } from '../shell/page-title'
import LabelDialog from './LabelDialog'
import { LabelTag } from './LabelTag'
import './labels.css'

/** The labels of the unit: create, rename, recolour, rest, delete while never used (TRA-09). */
export function LabelsPage() {
  const { unit } = useMe()
  usePageTitle(text.page)
  const { data, error, refetch, isPending } = useQuery(arrangementQuery(unit.id))
  const [editing, setEditing] = useState<Label | 'new' | null>(null)
  const labels = data?.labels ?? []
  return (
    <section className="sheet stack">
      <div className="page-head">
        <h1>{text.page}</h1>
        <Button look="primary" onClick={() => setEditing('new')}>
          {text.create}
        </Button>
      </div>
      <p>{text.intro}</p>
      <ErrorMessage error={error} onRetry={() => void refetch()} />
      {isPending ? <Loading lines={4} /> : null}
      {data && labels.length === 0 ? <EmptyState title={text.empty}>{text.intro}</EmptyState> : null}
      {labels.length > 0 ? (
        <ul className="label-list" aria-label={text.list}>
          {labels.map((label) => (
            <LabelLine key={label.id} label={label} unit={unit.id} onEdit={() => setEditing(label)} />
          ))}
        </ul>
      ) : null}
      {editing ? <LabelDialog label={editing === 'new' ? undefined : editing} onClose={() => setEditing(null)} /> : null}
    </section>
  )
}

function LabelLine({ label, unit, onEdit }: { label: Label; unit: string; onEdit: () => void }) {
  const turn = useAct((active: boolean, key) => changeLabel(label.id, { active }, key), {
    onDone: async (_, active) => {
      announce(active ? text.activated : text.deactivated)
      await refreshArrangement(unit)
    },
  })
  const remove = useAct((id: string, key) => deleteLabel(id, key), {
    onDone: async () => {
      announce(text.removed)
      await refreshArrangement(unit)
    },
  })
  return (
    <li className="label-line">
      <span className="label-line-name">
        <LabelTag label={label} />
        {label.active ? null : <Tag>{text.inactive}</Tag>}
      </span>
      <Link to="/caixa" search={{ aba: 'todos', marcador: label.id }} className={buttonClass('plain', true)}>
        {text.see}
        <span className="visually-hidden"> {label.name}</span>
      </Link>
      <Button small onClick={onEdit} aria-label={text.edit(label.name)}>
        {text.editShort}
      </Button>
      <Button small busy={turn.busy} onClick={() => void turn.run(!label.active)}>
        {label.active ? text.deactivate : text.activate}
        <span className="visually-hidden"> {label.name}</span>
      </Button>
      <Button small busy={remove.busy} unavailable={label.used ? text.used : null} onClick={() => void remove.run(label.id)}>
        {text.remove}
        <span className="visually-hidden"> {label.name}</span>
      </Button>
      <ErrorMessage error={turn.error ?? remove.error} />
    </li>
  )
}
