import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { erasuresQuery } from '../api/erasure'
import { ErrorMessage, Loading } from '../ds/Message'
import { erasureMessages as text } from '../messages/erasure'
import { usePageTitle } from '../shell/page-title'
import { AskForm } from './AskForm'
import { LeaverList } from './LeaverList'
import { RequestCard } from './RequestCard'

/** The act of two people by which somebody's data are erased (LGPD, arts. 16 and 18). */
export function ErasurePage() {
  usePageTitle(text.page)
  const { data, error, isPending, refetch } = useQuery(erasuresQuery)
  return (
    <section className="sheet stack">
      <h1>{text.page}</h1>
      <p>{text.intro}</p>
      <p>
        <Link to="/guarda-de-dados">{text.retention}</Link>
      </p>
      <ErrorMessage error={error} onRetry={() => void refetch()} />
      {isPending ? <Loading lines={6} /> : null}
      {data ? (
        <>
          <h2>{text.ask}</h2>
          <AskForm key={data.items.length} grounds={data.grounds} />
          <h2>{text.leavers}</h2>
          <LeaverList grounds={data.grounds} />
          <h2>{text.requests}</h2>
          {data.items.length === 0 ? <p>{text.none}</p> : null}
          <ul className="stack" aria-label={text.requests}>
            {data.items.map((one) => (
              <RequestCard key={one.id} request={one} />
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
