import type { BlockItem } from '../api/blocks'
import { Button } from '../ds/Button'
import { blockPageMessages as text } from '../messages/blocks'
import { useShortcuts } from '../shell/shortcuts'

interface StepsProps {
  items: BlockItem[]
  shown: BlockItem
  onRead: (item: BlockItem | undefined) => void
}

/** From one document to the next without going back to the list (BLO-05). */
export function Steps({ items, shown, onRead }: StepsProps) {
  const place = items.findIndex((item) => item.id === shown.id)
  useShortcuts({ previousDocument: () => onRead(items[place - 1]), nextDocument: () => onRead(items[place + 1]) })
  return (
    <div className="row block-steps">
      <Button small look="secondary" unavailable={place === 0 ? text.place(1, items.length) : null} onClick={() => onRead(items[place - 1])}>
        {text.previous}
      </Button>
      <span role="status">{text.place(place + 1, items.length)}</span>
      <Button
        small
        look="secondary"
        unavailable={place === items.length - 1 ? text.place(items.length, items.length) : null}
        onClick={() => onRead(items[place + 1])}
      >
        {text.next}
      </Button>
    </div>
  )
}
