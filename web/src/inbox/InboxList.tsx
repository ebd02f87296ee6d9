import { useNavigate } from '@tanstack/react-router'
import { Fragment, useEffect, useId, useRef, type CSSProperties, type KeyboardEvent } from 'react'
import type { InboxRow } from '../api/types'
import { displayMessages } from '../messages/display'
import { inboxMessages as text } from '../messages/inbox'
import { isTyping, useShortcuts } from '../shell/shortcuts'
import type { Column, Group } from './arrange'
import { Row } from './Row'
import type { Selection, SelectionAct } from './selection'

interface InboxListProps {
  title: string
  rows: InboxRow[]
  groups: Group[]
  columns: readonly Column[]
  selection: Selection
  act: (act: SelectionAct) => void
}

const MOVES: Record<string, 'next' | 'previous' | 'first' | 'last'> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
}

/** Grid with one Tab stop: arrows move, Space chooses, Shift+arrows choose a run, Ctrl+A all, Enter opens. */
export function InboxList({ title, rows, groups, columns, selection, act }: InboxListProps) {
  const grid = useRef<HTMLDivElement>(null)
  const hint = useId()
  const navigate = useNavigate()
  const active = selection.active ?? rows[0]?.process ?? null
  const follow = useFollowFocus(grid, selection.active)

  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key]
    if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.closest('a')) return
    if (move) follow(() => act({ do: 'move', to: move, extend: event.shiftKey }))
    else if (event.key === ' ' && active) follow(() => act({ do: 'toggle', id: active, range: event.shiftKey }))
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) act({ do: 'all' })
    else if (event.key === 'Escape' && selection.chosen.size > 0) act({ do: 'none' })
    else if (event.key === 'Enter' && active) void navigate({ to: '/processo/$processId', params: { processId: active } })
    else return
    event.preventDefault()
  }
  useShortcuts({
    next: () => follow(() => act({ do: 'move', to: 'next' })),
    previous: () => follow(() => act({ do: 'move', to: 'previous' })),
    choose: () => active && follow(() => act({ do: 'toggle', id: active })),
  })
  const places = new Map(rows.map((row, place) => [row.process, place]))
  const all = rows.length > 0 && selection.chosen.size === rows.length
  return (
    // The rows take the focus, one at a time, as the grid pattern asks.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div
      ref={grid}
      className="grid"
      style={widthsOf(columns)}
      role="grid"
      aria-label={title}
      aria-multiselectable="true"
      aria-rowcount={rows.length + 1}
      aria-describedby={hint}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup">
        <span id={hint} hidden>
          {text.keys}
        </span>
        <div className="grid-row grid-head" role="row" aria-rowindex={1}>
          <div role="columnheader">
            <input
              type="checkbox"
              aria-label={text.selectAll}
              checked={all}
              onChange={() => act({ do: all ? 'none' : 'all' })}
            />
          </div>
          <div role="columnheader">{text.columns.process}</div>
          {columns.map((column) => (
            <div role="columnheader" key={column}>
              {displayMessages.columnNames[column]}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup">
        {groups.map((group) => (
          <Fragment key={group.key}>
            {group.name ? (
              <div role="row" className="grid-group">
                <div role="gridcell" aria-colspan={columns.length + 2}>
                  {displayMessages.group(group.name, group.rows.length)}
                </div>
              </div>
            ) : null}
            {group.rows.map((row) => (
              <Row
                key={row.process}
                row={row}
                columns={columns}
                index={(places.get(row.process) ?? 0) + 2}
                chosen={selection.chosen.has(row.process)}
                tabStop={row.process === active}
                act={act}
              />
            ))}
          </Fragment>
        ))}
      </div>
    </div>
  )
}

const WIDTHS: Record<Column, string> = {
  sobre: 'minmax(12rem, 1fr)',
  interessados: 'minmax(8rem, 0.6fr)',
  situacao: 'minmax(9rem, 15.5rem)',
  responsavel: '9rem',
  origem: '7rem',
  movimentacao: '7rem',
}

function widthsOf(columns: readonly Column[]): CSSProperties {
  return { '--columns': `2rem 13rem ${columns.map((column) => WIDTHS[column]).join(' ')}` } as CSSProperties
}

/** Puts the focus on the active row only after a key press, never because the list was refreshed. */
function useFollowFocus(grid: React.RefObject<HTMLDivElement | null>, active: string | null) {
  const wanted = useRef(false)
  useEffect(() => {
    if (!wanted.current || !active) return
    wanted.current = false
    grid.current?.querySelector<HTMLElement>(`[data-process="${CSS.escape(active)}"]`)?.focus()
  })
  return (step: () => void) => {
    if (isTyping(document.activeElement)) return
    wanted.current = true
    step()
  }
}
