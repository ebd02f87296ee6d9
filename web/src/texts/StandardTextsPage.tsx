import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { standardTextsQuery } from '../api/authoring'
import { useMe } from '../api/use-me'
import { buttonClass } from '../ds/Button'
import { EmptyState, ErrorMessage, Loading } from '../ds/Message'
import { Tag } from '../ds/Tag'
import { textMessages as text } from '../messages/authoring'
import { usePageTitle } from '../shell/page-title'
import { useTime } from '../time/use-time'
import './texts.css'

/** The unit's standard texts (DOC-06). */
export function StandardTextsPage() {
  const { unit } = useMe()
  const time = useTime()
  const texts = useQuery(standardTextsQuery(unit.id))
  const items = texts.data?.items ?? []
  usePageTitle(text.title)
  return (
    <>
      <div className="page-head">
        <h1>
          {text.title} <span className="muted inbox-unit">{unit.acronym}</span>
        </h1>
        <Link to="/textos-padrao/novo" className={buttonClass('primary')}>
          {text.create}
        </Link>
      </div>
      <p className="muted">{text.hint}</p>
      <ErrorMessage error={texts.data ? null : texts.error} onRetry={() => void texts.refetch()} />
      {texts.isPending ? <Loading lines={5} /> : null}
      {texts.isSuccess && items.length === 0 ? <EmptyState title={text.emptyTitle}>{text.empty}</EmptyState> : null}
      {items.length > 0 ? (
        <div className="texts-scroll">
          <table className="texts-table" aria-label={text.list}>
            <thead>
              <tr>
                <th scope="col">{text.name}</th>
                <th scope="col">{text.shortcut}</th>
                <th scope="col">{text.situation}</th>
                <th scope="col">{text.lastChange}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((one) => (
                <tr key={one.id}>
                  <td>
                    <Link to="/textos-padrao/$textId" params={{ textId: one.id }}>
                      {one.name}
                    </Link>
                  </td>
                  <td>{one.shortcut ? `/${one.shortcut}` : '—'}</td>
                  <td>
                    <Tag tone={one.active ? 'success' : 'warning'}>{one.active ? text.active : text.inactive}</Tag>
                  </td>
                  <td>{text.changedBy(one.changed_by.name, time.instant(one.changed_at))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </>
  )
}
