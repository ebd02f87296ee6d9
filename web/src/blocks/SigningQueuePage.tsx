import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { refreshBlocks, signingQueueQuery, type SigningQueueItem } from '../api/blocks'
import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { EmptyState, ErrorMessage, Loading } from '../ds/Message'
import { queueMessages as text } from '../messages/blocks'
import { signingMessages } from '../messages/signing'
import { usePageTitle } from '../shell/page-title'
import './blocks.css'

const SignDialog = lazy(async () => ({ default: (await import('../signing/SignDialog')).SignDialog }))

/** Para assinar: what waits for the person, in every unit of theirs (BLO-01, demands 7). */
export function SigningQueuePage() {
  const me = useMe()
  const [signing, setSigning] = useState(false)
  const queue = useQuery(signingQueueQuery(me.user.id))
  const items = queue.data?.items ?? []
  const here = items.filter((one) => one.unit.id === me.unit.id)
  usePageTitle(items.length > 0 ? `(${items.length}) ${text.title}` : text.title)
  return (
    <>
      <div className="page-head">
        <h1>{text.title}</h1>
        {here.length > 0 ? (
          <Button look="primary" onClick={() => setSigning(true)}>
            {signingMessages.confirmMany(here.length)}
          </Button>
        ) : null}
      </div>
      <p className="muted">{text.intro}</p>
      <ErrorMessage error={queue.data ? null : queue.error} onRetry={() => void queue.refetch()} />
      {queue.isPending ? <Loading lines={5} /> : null}
      {queue.isSuccess && items.length === 0 ? <EmptyState title={text.emptyTitle}>{text.emptyText}</EmptyState> : null}
      {items.length > 0 ? <QueueTable items={items} /> : null}
      <Suspense fallback={null}>
        {signing ? (
          <SignDialog
            processId={here[0]?.item.process ?? ''}
            documents={here.map(({ item }) => ({
              process: item.process,
              id: item.id,
              number: '',
              title: item.label,
              digest: item.digest ?? '',
            }))}
            onSigned={() => void refreshBlocks()}
            onClose={() => setSigning(false)}
          />
        ) : null}
      </Suspense>
    </>
  )
}

function QueueTable({ items }: { items: SigningQueueItem[] }) {
  const { unit } = useMe()
  return (
    <div className="table-scroll">
      <table className="table" aria-label={text.title}>
        <thead>
          <tr>
            <th scope="col">{text.document}</th>
            <th scope="col">{text.process}</th>
            <th scope="col">{text.block}</th>
            <th scope="col">{text.unit}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <tr key={`${one.block.id} ${one.item.id}`}>
              <td>
                {one.unit.id === unit.id ? (
                  <Link to="/bloco/$blockId" params={{ blockId: one.block.id }} search={{ item: one.item.id }}>
                    {one.item.label}
                  </Link>
                ) : (
                  one.item.label
                )}
              </td>
              <td>{one.item.nup}</td>
              <td>
                {one.block.number} <span className="muted">{one.block.description}</span>
              </td>
              <td>
                {one.unit.acronym}
                {one.unit.id === unit.id ? null : <span className="muted small"> · {text.elsewhere}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
