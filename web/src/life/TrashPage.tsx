import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useMemo, useState } from 'react'
import { openTrash, restoreDocument, trashQuery, type OpenedTrash, type TrashItem } from '../api/life'
import { refreshProcess } from '../api/processes'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { useChoice } from '../bulk/choice'
import { ChoiceBox } from '../bulk/ChoiceBox'
import { Button } from '../ds/Button'
import { Dialog } from '../ds/Dialog'
import { EmptyState, ErrorMessage, Loading } from '../ds/Message'
import { announce } from '../ds/toast'
import type { ChosenDocument } from '../many/documents'
import { trashMessages as text } from '../messages/life'
import { manyDocuments } from '../messages/many-documents'
import { usePageTitle } from '../shell/page-title'
import { useTime } from '../time/use-time'
import { DocumentFrame } from '../viewer/DocumentFrame'
import '../entry/accesses.css'

const ManyDialogs = lazy(() => import('../many/ManyDialogs'))

const nameOf = (item: TrashItem) => `${item.document.title} (${item.document.number})`

/** What the person deleted or cancelled, for thirty days (DOC-17). */
export function TrashPage() {
  const me = useMe()
  const trash = useQuery(trashQuery(me.user.id))
  const [opened, setOpened] = useState<OpenedTrash | null>(null)
  usePageTitle(text.title)
  const open = useAct((item: TrashItem) => openTrash(item.process, item.document.id), {
    onDone: (found) => {
      if (found.url) location.assign(found.url)
      else setOpened(found)
    },
  })
  const items = trash.data?.items ?? []
  return (
    <>
      <div className="page-head">
        <h1>{text.title}</h1>
      </div>
      <p className="muted">{text.intro}</p>
      <ErrorMessage error={open.error ?? (trash.data ? null : trash.error)} onRetry={() => void trash.refetch()} />
      {trash.isPending ? <Loading lines={5} /> : null}
      {trash.isSuccess && items.length === 0 ? <EmptyState title={text.emptyTitle}>{text.emptyText}</EmptyState> : null}
      {items.length > 0 ? (
        <TrashTable items={items} onOpen={(item) => void open.run(item)} onRestored={() => void trash.refetch()} />
      ) : null}
      {opened ? (
        <Dialog
          title={nameOf(opened)}
          wide
          dismissable
          onClose={() => setOpened(null)}
          actions={<Button onClick={() => setOpened(null)}>{text.close}</Button>}
        >
          <DocumentFrame html={opened.html ?? ''} title={nameOf(opened)} />
        </Dialog>
      ) : null}
    </>
  )
}

interface TrashTableProps {
  items: TrashItem[]
  onOpen: (item: TrashItem) => void
  onRestored: () => void
}

function TrashTable({ items, onOpen, onRestored }: TrashTableProps) {
  const time = useTime()
  const navigate = useNavigate()
  const [restoring, setRestoring] = useState<ChosenDocument[] | null>(null)
  const choice = useChoice(useMemo(() => items.filter((item) => !item.cancelled).map((item) => item.document.id), [items]))
  const chosen = items
    .filter((item) => choice.chosen.has(item.document.id))
    .map((item) => ({ process: item.process, id: item.document.id, name: nameOf(item) }))
  const restore = useAct(
    async (item: TrashItem, key) => {
      await restoreDocument(item.process, item.document.id, key)
      return item
    },
    {
      onDone: async (item) => {
        const params = { processId: item.process, documentId: item.document.id }
        const run = () => void navigate({ to: '/processo/$processId/documento/$documentId', params })
        announce(text.restored, { action: { label: text.goThere, run } })
        onRestored()
        await refreshProcess(item.process)
      },
    },
  )
  return (
    <>
      <ErrorMessage error={restore.error} />
      <div className="row">
        <Button
          small
          look="secondary"
          unavailable={chosen.length === 0 ? manyDocuments.pickFirst : null}
          onClick={() => setRestoring(chosen)}
        >
          {text.restoreChosen}
        </Button>
        <span role="status">{chosen.length > 0 ? manyDocuments.chosen(chosen.length) : ''}</span>
      </div>
      <Suspense fallback={null}>
        {restoring ? (
          <ManyDialogs act="restore" chosen={restoring} onClose={() => setRestoring(null)} onDone={choice.none} />
        ) : null}
      </Suspense>
      <div className="table-scroll">
      <table className="table" aria-label={text.title}>
        <thead>
          <tr>
            <th scope="col">{text.choose}</th>
            <th scope="col">{text.document}</th>
            <th scope="col">{text.process}</th>
            <th scope="col">{text.when}</th>
            <th scope="col">{text.until}</th>
            <th scope="col">{text.acts}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.document.id}>
              <td>{item.cancelled ? null : <ChoiceBox choice={choice} id={item.document.id} name={nameOf(item)} />}</td>
              <th scope="row">{nameOf(item)}</th>
              <td>{item.nup}</td>
              <td>{item.cancelled ? text.cancelled(time.instant(item.at)) : text.deleted(time.instant(item.at))}</td>
              <td>{time.day(item.until)}</td>
              <td>
                <div className="row">
                  <Button small aria-label={text.openOf(nameOf(item))} onClick={() => onOpen(item)}>
                    {text.open}
                  </Button>
                  {item.cancelled ? null : (
                    <Button small aria-label={text.restoreOf(nameOf(item))} onClick={() => void restore.run(item)}>
                      {text.restore}
                    </Button>
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      </div>
    </>
  )
}
