import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { DocumentNode } from '../api/types'
import { classNames } from '../ds/class-names'
import { orderMessages as text } from '../messages/order'

interface OrderListProps {
  line: readonly string[]
  byId: ReadonlyMap<string, DocumentNode>
  active: number
  onActive: (place: number) => void
  onMove: (from: number, to: number) => void
}

const LINE_HEIGHT = 36

/** The documents as they will stand. Only the lines in sight exist in the page, whatever the size of the process. */
export function OrderList({ line, byId, active, onActive, onMove }: OrderListProps) {
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const [dragged, setDragged] = useState<number | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const virtual = useVirtualizer({
    count: line.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 10,
    getItemKey: (place) => line[place] ?? place,
  })
  useEffect(() => virtual.scrollToIndex(active, { align: 'auto' }), [virtual, active])
  const drop = (to: number) => {
    if (dragged !== null && dragged !== to) onMove(dragged, to)
    setDragged(null)
    setOver(null)
  }
  return (
    <div ref={scroller} className="order-scroll">
      <div
        role="listbox"
        className="order-list"
        tabIndex={0}
        aria-label={text.list}
        aria-activedescendant={`${id}-${active}`}
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={(event) => press(event, active, line.length, onActive, onMove)}
      >
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const node = byId.get(line[index] ?? '')
          return (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={key}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              aria-posinset={index + 1}
              aria-setsize={line.length}
              className={classNames('order-line', index === active && 'order-active', index === over && 'order-over')}
              style={{ transform: `translateY(${start}px)` }}
              draggable
              onClick={() => onActive(index)}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move'
                event.dataTransfer.setData('text/plain', node?.number ?? '')
                setDragged(index)
              }}
              onDragOver={(event) => {
                event.preventDefault()
                setOver(index)
              }}
              onDragEnd={() => {
                setDragged(null)
                setOver(null)
              }}
              onDrop={(event) => {
                event.preventDefault()
                drop(index)
              }}
            >
              <span className="order-place">{index + 1}</span>
              <span className="order-name">{node?.title}</span>
              <span className="tree-number">{node?.number}</span>
            </div>
          )
        })}
      </div>
    </div>
  )
}

const PAGE_LINES = 10

/** Arrows choose; with Alt they move what is chosen. */
function press(
  event: KeyboardEvent,
  active: number,
  count: number,
  choose: (place: number) => void,
  move: (from: number, to: number) => void,
) {
  const steps: Record<string, number> = {
    ArrowUp: active - 1,
    ArrowDown: active + 1,
    Home: 0,
    End: count - 1,
    PageUp: active - PAGE_LINES,
    PageDown: active + PAGE_LINES,
  }
  const to = steps[event.key]
  if (to === undefined || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  const place = Math.max(0, Math.min(count - 1, to))
  if (!event.altKey) choose(place)
  else if (event.key.startsWith('Arrow')) move(active, place)
}
