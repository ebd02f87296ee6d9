import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { refreshBlocks, signingQueueQuery, type SigningQueueItem } from '../api/blocks'
import { useMe } from '../api/use-me'
import { useChoice } from '../bulk/choice'
import { Button } from '../ds/Button'
import { Checkbox } from '../ds/Choice'
import { EmptyState, ErrorMessage, Loading } from '../ds/Message'
import { queueMessages as text } from '../messages/blocks'
import { usePageTitle } from '../shell/page-title'
import { QueueBar } from './QueueBar'
import { QueueTable } from './QueueTable'
import { Steps } from './Steps'
import './blocks.css'

const DocumentPanel = lazy(async () => ({ default: (await import('../viewer/DocumentPanel')).DocumentPanel }))

/** Para assinar: what waits for the person, in every unit of theirs (BLO-01, demands 7). */
export function SigningQueuePage() {
  const me = useMe()
  const queue = useQuery(signingQueueQuery(me.user.id))
  const items = useMemo(() => queue.data?.items ?? [], [queue.data])
  const here = useMemo(() => documentsIn(items, me.unit.id), [items, me.unit.id])
  const ids = useMemo(() => here.map(({ item }) => item.id), [here])
  const choice = useChoice(ids)
  const chosen = here.filter(({ item }) => choice.chosen.has(item.id))
  const { shown, sequence, read } = useReading(here, queue.isSuccess)
  usePageTitle(items.length > 0 ? `(${items.length}) ${text.title}` : text.title)
  const start = () => {
    const among = chosen.length > 0 ? chosen : here
    read(among[0], among.map(({ item }) => item.id))
  }
  return (
    <>
      <div className="page-head">
        <h1>{text.title}</h1>
      </div>
      {shown ? null : <p className="muted">{text.intro}</p>}
      <ErrorMessage error={queue.data ? null : queue.error} onRetry={() => void queue.refetch()} />
      {queue.isPending ? <Loading lines={5} /> : null}
      {queue.isSuccess && items.length === 0 ? <EmptyState title={text.emptyTitle}>{text.emptyText}</EmptyState> : null}
      {here.length > 0 ? (
        <QueueBar here={here} chosen={chosen} onClear={choice.none} reading={shown !== undefined} onSequence={start} />
      ) : null}
      {shown ? (
        <section className="queue-reading" aria-label={shown.item.label}>
          <div className="row">
            <Button small onClick={() => read(undefined)}>
              {text.backToQueue}
            </Button>
            <Steps items={sequence.map(({ item }) => item)} shown={shown.item} onRead={(to) => to && read({ item: to })} />
            <Checkbox
              label={text.chosen}
              checked={choice.chosen.has(shown.item.id)}
              onChange={() => choice.toggle(shown.item.id)}
            />
          </div>
          <Suspense fallback={<Loading lines={6} />}>
            <DocumentPanel
              key={shown.item.id}
              processId={shown.item.process}
              documentId={shown.item.id}
              onChanged={() => void refreshBlocks()}
            />
          </Suspense>
        </section>
      ) : items.length > 0 ? (
        <QueueTable items={items} choice={choice} count={here.length} />
      ) : null}
    </>
  )
}

/** What can be signed from the unit, each document once, though it be in two blocks. */
function documentsIn(items: SigningQueueItem[], unit: string): SigningQueueItem[] {
  return [...new Map(items.filter((one) => one.unit.id === unit).map((one) => [one.item.id, one])).values()]
}

type Target = Pick<SigningQueueItem, 'item'>

/** The document being read is in the address; one that was signed meanwhile gives its place to the next. */
function useReading(here: SigningQueueItem[], loaded: boolean) {
  const { item: reading } = useSearch({ from: '/app/para-assinar' })
  const navigate = useNavigate()
  const [wanted, setWanted] = useState<readonly string[] | null>(null)
  const asked = wanted ? here.filter(({ item }) => wanted.includes(item.id)) : here
  const sequence = asked.some(({ item }) => item.id === reading) || wanted?.includes(reading ?? '') ? asked : here
  const at = sequence.findIndex(({ item }) => item.id === reading)
  const place = useRef<number | null>(null)
  const gone = loaded && reading !== undefined && at < 0 && place.current !== null
  const read = (target: Target | undefined, among?: readonly string[], replace = false) => {
    if (among) setWanted(among)
    if (!target) place.current = null
    void navigate({ to: '/para-assinar', search: target ? { item: target.item.id } : {}, replace })
  }
  useEffect(() => {
    if (at >= 0) place.current = at
    else if (gone) read(sequence[place.current ?? 0] ?? sequence.at(-1), undefined, true)
  })
  return { shown: sequence[at], sequence, read }
}
