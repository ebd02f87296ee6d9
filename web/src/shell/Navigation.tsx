import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useId, useState } from 'react'
import { countersQuery } from '../api/inbox'
import type { InboxCounters } from '../api/types'
import { useMe } from '../api/use-me'
import { shellMessages as text } from '../messages/shell'
import { useFaviconCount } from './favicon'
import { placesFor, type Place, type PlaceGroup } from './places'

const COUNTERS_DELAY_MS = 3000

/** Main menu; its numbers wait a little on other screens, so as not to compete with what was asked for. */
export function Navigation() {
  const me = useMe()
  const inInbox = useLocation({ select: (location) => location.pathname === '/caixa' })
  const [ready, setReady] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), COUNTERS_DELAY_MS)
    return () => clearTimeout(timer)
  }, [])
  const { data: counters } = useQuery(countersQuery(me.unit.id, ready && !inInbox))
  useFaviconCount(counters?.unread)
  return (
    <div className="nav-groups">
      {placesFor(me.actions).map((group) => (
        <NavGroup key={group.name} group={group} counters={counters} />
      ))}
    </div>
  )
}

function NavGroup({ group, counters }: { group: PlaceGroup; counters: InboxCounters | undefined }) {
  const id = useId()
  return (
    <>
      <p id={id} className="nav-group">
        {group.name}
      </p>
      <ul className="nav-list" aria-labelledby={id}>
        {group.places.map((place) => (
          <li key={place.label}>{place.search ? <CountedLink place={place} counters={counters} /> : <PlainLink place={place} />}</li>
        ))}
      </ul>
    </>
  )
}

function PlainLink({ place }: { place: Place }) {
  return (
    <Link to={place.to} className="nav-link" activeOptions={{ includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
      {place.label}
    </Link>
  )
}

function CountedLink({ place, counters }: { place: Place; counters: InboxCounters | undefined }) {
  const { label, search = {}, count } = place
  const current = useLocation({
    select: ({ pathname, search: now }) => {
      const here = now as NonNullable<Place['search']>
      return (
        pathname === '/caixa' &&
        listed(here.responsavel) === listed(search.responsavel) &&
        Boolean(here.naoRecebidos) === Boolean(search.naoRecebidos) &&
        Boolean(here.prazo) === Boolean(search.prazo)
      )
    },
  })
  const many = counters && count && numberOf(count, counters)
  return (
    <Link to="/caixa" search={search} activeOptions={{ exact: true }} className="nav-link" aria-current={current ? 'page' : undefined}>
      <span>{label}</span>
      <span className={count === 'unread' && many ? 'nav-count nav-count-strong' : 'nav-count'}>
        {many === undefined ? null : (
          <>
            <span aria-hidden="true">{many.toLocaleString('pt-BR')}</span>
            <span className="visually-hidden">{text.counterLabel(many)}</span>
          </>
        )}
      </span>
    </Link>
  )
}

/** The persons that have a place of their own in the menu. */
function listed(person: string | undefined): string | undefined {
  return person === 'eu' || person === 'ninguem' ? person : undefined
}

function numberOf(count: NonNullable<Place['count']>, counters: InboxCounters): number {
  if (count === 'unread') return counters.unread
  if (count === 'unassigned') return counters.unassigned
  return count === 'mine' ? counters.assigned_to_me : counters.received + counters.generated
}
