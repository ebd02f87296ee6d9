import { Button } from '../ds/Button'
import { choiceMessages as text } from '../messages/bulk'
import { MOST } from './start'
import { useEverything, type List } from './choice'

interface EverythingProps {
  list: List
  loaded: number
  chosen: number
  /** Chooses every row loaded. */
  onAll: () => void
}

/** Once all that is on the screen is chosen, offers the rest of what the filters show. */
export function Everything({ list, loaded, chosen, onAll }: EverythingProps) {
  const { busy, choose } = useEverything(list, onAll)
  const full = chosen > 0 && (chosen === loaded || chosen === MOST)
  if (busy) {
    return (
      <p className="everything" role="status">
        {text.loading}
      </p>
    )
  }
  if (!full || !list.hasNextPage) return null
  return (
    <p className="everything">
      {chosen >= MOST ? (
        <span role="status">{text.cut(MOST)}</span>
      ) : (
        <Button small look="secondary" onClick={() => void choose()}>
          {text.everything(MOST)}
        </Button>
      )}
    </p>
  )
}
