import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useId, useState } from 'react'
import { signingQueueQuery } from '../api/blocks'
import { countersQuery } from '../api/inbox'
import type { InboxCounters } from '../api/types'
import { useMe } from '../api/use-me'
import { shellMessages as text } from '../messages/shell'
import { useFaviconCount } from './favicon'
import { useGoing } from './going'
import { placesFor, type Place, type PlaceGroup } from './places'

const COUNTERS_DELAY_MS = 3000
const QUEUE_POLL_MS = 300_000

/** What each number is of; what is to be signed is counted in documents. */
type Numbers = Partial<Record<NonNullable<Place['count']>, number>>

/**
 * Main menu; its numbers wait a little on other screens, so as not to compete with what was asked for. Where it is
 * folded, its keys and the number in the page's icon remain.
 */
export function Navigation({ folded }: { folded: boolean }) {
  const me = useMe()
  useGoing()
  const inInbox = useLocation({ select: (location) => location.pathname === '/caixa' })
  const { data: counters } = useQuery(countersQuery(me.unit.id, useLater(true) && !inInbox))
  // It is dearer than the others, and comes after them and after the list: the first screen never waits for it.
  const { data: toSign } = useQuery({
    ...signingQueueQuery(me.user.id),
    enabled: useLater(counters !== undefined) && !folded,
    select: ({ items }) => new Set(items.map(({ item }) => item.id)).size,
    staleTime: QUEUE_POLL_MS,
    refetchInterval: QUEUE_POLL_MS,
  })
  useFaviconCount(counters?.unread)
  const numbers = { ...(counters ? numbersOf(counters) : {}), ...(toSign === undefined ? {} : { toSign }) }
  if (folded) return null
  return (
    <div className="nav-groups">
      {placesFor(me.actions).map((group) => (
        <NavGroup key={group.name} group={group} numbers={numbers} />
      ))}
    </div>
  )
}

/** Whether `when` has been so for a while. */
function useLater(when: boolean): boolean {
  const [passed, setPassed] = useState(false)
  useEffect(() => {
    if (!when) return undefined
    const timer = setTimeout(() => setPassed(true), COUNTERS_DELAY_MS)
    return () => clearTimeout(timer)
  }, [when])
  return passed
}

function NavGroup({ group, numbers }: { group: PlaceGroup; numbers: Numbers }) {
  const id = useId()
  return (
    <>
      <p id={id} className="nav-group">
        {group.name}
      </p>
      <ul className="nav-list" aria-labelledby={id}>
        {group.places.map((place) => (
          <li key={place.label}>{place.search ? <InboxLink place={place} numbers={numbers} /> : <PlainLink place={place} numbers={numbers} />}</li>
        ))}
      </ul>
    </>
  )
}

function PlainLink({ place, numbers }: { place: Place; numbers: Numbers }) {
  return (
    <Link to={place.to} className="nav-link" activeOptions={{ includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
      <span>{place.label}</span>
      <Count of={place.count} numbers={numbers} />
    </Link>
  )
}

function InboxLink({ place, numbers }: { place: Place; numbers: Numbers }) {
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
  return (
    <Link to="/caixa" search={search} activeOptions={{ exact: true }} className="nav-link" aria-current={current ? 'page' : undefined}>
      <span>{label}</span>
      <Count of={count} numbers={numbers} />
    </Link>
  )
}

function Count({ of, numbers }: { of: Place['count']; numbers: Numbers }) {
  if (!of) return null
  const many = numbers[of]
  return (
    <span className={of === 'unread' && many ? 'nav-count nav-count-strong' : 'nav-count'}>
      {many === undefined ? null : (
        <>
          <span aria-hidden="true">{many.toLocaleString('pt-BR')}</span>
          <span className="visually-hidden">{of === 'toSign' ? text.documentsLabel(many) : text.counterLabel(many)}</span>
        </>
      )}
    </span>
  )
}

/** The persons that have a place of their own in the menu. */
function listed(person: string | undefined): string | undefined {
  return person === 'eu' || person === 'ninguem' ? person : undefined
}

function numbersOf({ received, generated, unread, unassigned, assigned_to_me: mine }: InboxCounters): Numbers {
  return { all: received + generated, unread, mine, unassigned }
}
