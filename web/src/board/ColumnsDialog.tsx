import { useState } from 'react'
import { arrangeBoard, refreshArrangement } from '../api/desk'
import type { Arrangement, Board } from '../api/desk-types'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { Checkbox, RadioGroup } from '../ds/Choice'
import { FormDialog } from '../ds/Dialog'
import { ErrorMessage } from '../ds/Message'
import { announce } from '../ds/toast'
import { boardMessages as text } from '../messages/board'

/** What the columns are, which, and in what order: kept for the whole unit. */
export default function ColumnsDialog({ arranged, onClose }: { arranged: Arrangement; onClose: () => void }) {
  const { unit } = useMe()
  const [by, setBy] = useState<Board['by']>(arranged.board.by)
  const [chosen, setChosen] = useState<string[]>(arranged.board.columns)
  const save = useAct((board: Board, key) => arrangeBoard(board, key), {
    onDone: async () => {
      announce(text.saved)
      await refreshArrangement(unit.id)
      onClose()
    },
  })
  const all = (by === 'labels' ? arranged.labels : arranged.checkpoints).filter((one) => one.active || chosen.includes(one.id))
  const order = [...chosen.filter((id) => all.some((one) => one.id === id)), ...all.map((one) => one.id).filter((id) => !chosen.includes(id))]
  const turn = (id: string, on: boolean) => setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id))
  const raise = (id: string) => {
    const place = chosen.indexOf(id)
    setChosen(chosen.toSpliced(place, 1).toSpliced(place - 1, 0, id))
  }
  const change = (kind: Board['by']) => {
    setBy(kind)
    setChosen(kind === arranged.board.by ? arranged.board.columns : [])
  }
  return (
    <FormDialog
      title={text.columnsTitle}
      confirm={text.confirm}
      busy={save.busy}
      onClose={onClose}
      onSubmit={() => void save.run({ by, columns: chosen.filter((id) => all.some((one) => one.id === id)) })}
    >
      <RadioGroup
        label={text.by}
        inline
        options={[
          { value: 'labels', label: text.byLabels },
          { value: 'checkpoints', label: text.byCheckpoints },
        ]}
        value={by}
        onChange={change}
      />
      <fieldset className="field">
        <legend className="field-label">{text.which}</legend>
        {all.length === 0 ? <p className="muted">{text.noneToChoose}</p> : null}
        {order.map((id) => {
          const name = all.find((one) => one.id === id)?.name ?? ''
          const on = chosen.includes(id)
          return (
            <div key={id} className="row">
              <Checkbox label={name} checked={on} onChange={(now) => turn(id, now)} />
              {on && chosen.indexOf(id) > 0 ? (
                <Button small aria-label={text.up(name)} onClick={() => raise(id)}>
                  {text.upShort}
                </Button>
              ) : null}
            </div>
          )
        })}
      </fieldset>
      <ErrorMessage error={save.error} />
    </FormDialog>
  )
}
