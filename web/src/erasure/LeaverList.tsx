import { useInfiniteQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { leaversQuery, type Ground, type Leaver } from '../api/erasure'
import { Button } from '../ds/Button'
import { ErrorMessage, Loading } from '../ds/Message'
import { Tag } from '../ds/Tag'
import { erasureMessages as text } from '../messages/erasure'
import { useTime } from '../time/use-time'

const LeaverDialog = lazy(() => import('./LeaverDialog'))

/** Who left, since when, and until when the data are kept. */
export function LeaverList({ grounds }: { grounds: { code: Ground; name: string }[] }) {
  const time = useTime()
  const list = useInfiniteQuery(leaversQuery)
  const leavers = list.data?.pages.flatMap((page) => page.items) ?? []
  const [chosen, setChosen] = useState<Leaver | null>(null)
  const day = (at: string | null) => (at ? time.day(at) : text.unknownDay)
  return (
    <>
      <p>{text.leaversIntro}</p>
      <ErrorMessage error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending ? <Loading lines={3} /> : null}
      {list.data && leavers.length === 0 ? <p>{text.noLeavers}</p> : null}
      {leavers.length > 0 ? (
        <div className="table-scroll">
          <table className="table" aria-label={text.leavers}>
            <thead>
              <tr>
                {Object.entries(text.leaverColumns).map(([code, name]) => (
                  <th key={code} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {leavers.map((one) => (
                <tr key={one.login}>
                  <th scope="row">{text.leaver(one.name, one.login)}</th>
                  <td>{day(one.left_at)}</td>
                  <td>
                    {day(one.due_at)} {one.due ? <Tag tone="warning">{text.due}</Tag> : null}
                  </td>
                  <td>
                    <Button aria-label={text.seeOf(one.name)} onClick={() => setChosen(one)}>
                      {text.see}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {list.hasNextPage ? (
        <div>
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {text.moreLeavers}
          </Button>
        </div>
      ) : null}
      <Suspense>{chosen ? <LeaverDialog leaver={chosen} grounds={grounds} onClose={() => setChosen(null)} /> : null}</Suspense>
    </>
  )
}
