import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useMemo } from 'react'
import { blockGroupsQuery } from '../api/block-groups'
import { blockQuery, refreshBlocks, type BlockItem, type BlockPage as Page } from '../api/blocks'
import { useMe } from '../api/use-me'
import { useChoice } from '../bulk/choice'
import { Button } from '../ds/Button'
import { ErrorMessage, Loading } from '../ds/Message'
import { Tag } from '../ds/Tag'
import { blockGroupMessages } from '../messages/block-groups'
import { blockMessages, blockPageMessages as text } from '../messages/blocks'
import { usePageTitle } from '../shell/page-title'
import { BlockActs } from './BlockActs'
import { BlockFlags } from './BlockFlags'
import { BlockItems } from './BlockItems'
import { BlockStateTag } from './BlockStateTag'
import { ItemsBar } from './ItemsBar'
import { Steps } from './Steps'
import './blocks.css'

const DocumentPanel = lazy(async () => ({ default: (await import('../viewer/DocumentPanel')).DocumentPanel }))

/** One block: its items, what each is now, and the one being read (BLO-02, BLO-05). */
export function BlockPage() {
  const { blockId } = useParams({ from: '/app/bloco/$blockId' })
  const { item: reading } = useSearch({ from: '/app/bloco/$blockId' })
  const { unit } = useMe()
  const navigate = useNavigate()
  const block = useInfiniteQuery(blockQuery(unit.id, blockId))
  const page = block.data?.pages[0]
  const items = useMemo(() => block.data?.pages.flatMap((one) => one.items) ?? [], [block.data])
  const choice = useChoice(useMemo(() => items.map((item) => item.id), [items]))
  usePageTitle(page ? text.title(page.block.number) : blockMessages.title)
  if (block.error && !page) return <ErrorMessage error={block.error} onRetry={() => void block.refetch()} />
  if (!page) return <Loading lines={6} />
  const readable = items.filter((item) => item.document && item.present && item.readable)
  const chosen = items.filter((item) => choice.chosen.has(item.id))
  const shown = readable.find((item) => item.id === reading)
  const read = (item: BlockItem | undefined) => {
    if (item) void navigate({ to: '/bloco/$blockId', params: { blockId }, search: { item: item.id } })
  }
  return (
    <>
      <Head page={page} />
      <BlockActs page={page} items={items} chosen={chosen} />
      {chosen.length > 0 ? <ItemsBar page={page} chosen={chosen} onClear={choice.none} /> : null}
      <div className="block-columns">
        <section aria-label={text.items}>
          <BlockItems page={page} items={items} choice={choice} reading={shown?.id} />
          {block.hasNextPage ? (
            <Button look="secondary" busy={block.isFetchingNextPage} onClick={() => void block.fetchNextPage()}>
              {text.loadMore}
            </Button>
          ) : null}
        </section>
        <section className="block-reading">
          {shown ? (
            <>
              <Steps items={readable} shown={shown} onRead={read} />
              <Suspense fallback={<Loading lines={6} />}>
                <DocumentPanel
                  key={shown.id}
                  processId={shown.process}
                  documentId={shown.id}
                  onChanged={() => void refreshBlocks(blockId)}
                />
              </Suspense>
            </>
          ) : items.length > 0 ? (
            <p className="muted">{page.block.kind === 'signing' ? text.choose : text.chooseProcess}</p>
          ) : null}
        </section>
      </div>
    </>
  )
}

function Head({ page }: { page: Page }) {
  const { block } = page
  const { unit } = useMe()
  const { data: groups } = useQuery({ ...blockGroupsQuery(unit.id), enabled: block.group !== '' })
  const group = groups?.find((one) => one.id === block.group)
  const back = page.units.filter((one) => one.returned_at)
  return (
    <header className="stack block-head">
      <div className="block-title">
        <Link to="/blocos" search={block.kind === 'signing' ? {} : { tipo: block.kind === 'meeting' ? 'reuniao' : 'internos' }}>
          {text.back}
        </Link>
        <h1>
          {text.title(block.number)} <span className="block-about">{block.description}</span>
        </h1>
      </div>
      <div className="row">
        <Tag>{blockMessages.kindOne[block.kind]}</Tag>
        <BlockStateTag state={block.state} />
        {block.state === 'received' ? <Tag>{blockMessages.from(block.unit.acronym)}</Tag> : null}
        {block.destinations.length > 0 ? <Tag>{blockMessages.to(block.destinations.join(', '))}</Tag> : null}
        <Tag>{block.assignee ? blockMessages.assignedTo(block.assignee.name) : blockMessages.unassigned}</Tag>
        {group ? <Tag>{blockGroupMessages.inGroup(group.name)}</Tag> : null}
        <BlockFlags flags={block.flags} />
      </div>
      {back.length > 0 ? (
        <ul className="block-returns">
          {back.map((one) => (
            <li key={one.unit.id}>
              {blockMessages.returnedBy(one.unit.acronym)}
              {one.reason ? `: ${one.reason}` : ''}
            </li>
          ))}
        </ul>
      ) : null}
    </header>
  )
}
