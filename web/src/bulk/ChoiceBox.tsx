import { choiceMessages as text } from '../messages/bulk'
import type { Choice } from './choice'

/** Chooses one row; with Shift, also those between it and the last one. */
export function ChoiceBox({ choice, id, name }: { choice: Choice; id: string; name: string }) {
  return (
    <input
      type="checkbox"
      className="choice-box"
      aria-label={text.select(name)}
      checked={choice.chosen.has(id)}
      onChange={({ nativeEvent }) => choice.toggle(id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
    />
  )
}

/** Chooses everything that is on the screen. */
export function ChoiceOfAll({ choice, count }: { choice: Choice; count: number }) {
  const all = count > 0 && choice.chosen.size === count
  return (
    <input
      type="checkbox"
      className="choice-box"
      aria-label={text.selectAll}
      checked={all}
      onChange={() => (all ? choice.none() : choice.all())}
    />
  )
}
