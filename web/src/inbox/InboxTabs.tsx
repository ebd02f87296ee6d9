import { Link } from '@tanstack/react-router'
import type { InboxCounters } from '../api/types'
import { inboxMessages as text } from '../messages/inbox'
import type { InboxSearch } from './search'

/** Each tab is an address, so it can be kept, shared and opened in a new window. */
export function InboxTabs({ search, counters }: { search: InboxSearch; counters: InboxCounters | undefined }) {
  const tabs = [
    { aba: undefined, label: text.tabs.received, count: counters?.received },
    { aba: 'gerados', label: text.tabs.generated, count: counters?.generated },
    { aba: 'todos', label: text.tabs.all, count: counters ? counters.received + counters.generated : undefined },
  ] as const
  return (
    <nav aria-label={text.tabsLabel}>
      <ul className="tabs">
        {tabs.map(({ aba, label, count }) => {
          const { aba: _, ...rest } = search
          return (
            <li key={label}>
              <Link
                to="/caixa"
                activeOptions={{ exact: true }}
                search={aba ? { ...rest, aba } : rest}
                className="tab"
                aria-current={search.aba === aba ? 'page' : undefined}
              >
                {label}
                {count === undefined ? '' : ` (${count.toLocaleString('pt-BR')})`}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
