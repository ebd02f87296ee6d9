import { useState } from 'react'
import { Outcomes } from '../acts/Outcomes'
import type { Outcome } from '../acts/use-bulk'
import { concludeBlock, deleteBlock, flagBlock, refreshBlocks, reopenBlock, shareBlock, unshareBlock, type BlockRow } from '../api/blocks'
import { Button } from '../ds/Button'
import { Menu } from '../ds/Menu'
import { blockBarMessages as text, blockMessages } from '../messages/blocks'
import { choiceMessages } from '../messages/bulk'
import { applyToAll } from '../organise/apply'

type Send = (block: string, key: string) => Promise<unknown>

interface BlocksBarProps {
  rows: BlockRow[]
  concluded: boolean
  onClear: () => void
}

const FLAGS = ['priority', 'reviewed', 'commented'] as const

/** The same act on many blocks (BLO-02, BLO-03); each block says for itself why it cannot. */
export function BlocksBar({ rows, concluded, onClear }: BlocksBarProps) {
  const [busy, setBusy] = useState('')
  const [outcomes, setOutcomes] = useState<Outcome[]>([])
  const none = rows.length === 0 ? text.pickFirst : null
  const targets = rows.map((row) => ({ id: row.id, nup: row.number }))
  const act = async (name: string, send: Send, said: (count: number) => string, leaves = false) => {
    setBusy(name)
    const result = await applyToAll({ targets, act: (target, key) => send(target.id, key), said })
    setOutcomes(result.length > 1 ? result : [])
    setBusy('')
    if (leaves && result.every((one) => !one.problem)) onClear()
    await refreshBlocks()
  }
  const button = (name: string, label: string, send: Send, said: (count: number) => string, leaves = false) => (
    <Button look="secondary" small busy={busy === name} unavailable={none} onClick={() => void act(name, send, said, leaves)}>
      {label}
    </Button>
  )
  return (
    <>
      <div className="act-bar" role="toolbar" aria-label={text.acts}>
        {concluded ? (
          button('reopen', text.reopen, reopenBlock, text.reopened, true)
        ) : (
          <>
            {button('share', text.share, shareBlock, text.shared)}
            {button('unshare', text.unshare, unshareBlock, text.unshared)}
            {button('conclude', text.conclude, concludeBlock, text.concluded, true)}
            <Menu
              look="secondary"
              small
              label={text.flag}
              unavailable={none}
              choices={FLAGS.flatMap((flag) => {
                const name = blockMessages.flags[flag]
                const mark = (on: boolean): Send => (block, key) => flagBlock(block, flag, on, key)
                return [
                  { id: flag, label: text.flagAs(name), run: () => void act('flag', mark(true), text.flagged(name)) },
                  { id: `${flag}-off`, label: text.unflagAs(name), run: () => void act('flag', mark(false), text.unflagged(name)) },
                ]
              })}
            />
            {button('delete', text.remove, (block, key) => deleteBlock(block, key), text.removed, true)}
          </>
        )}
        <span className="act-count" role="status">
          {rows.length > 0 ? choiceMessages.selected(rows.length) : ''}
        </span>
        {rows.length > 0 ? (
          <Button small onClick={onClear}>
            {choiceMessages.clear}
          </Button>
        ) : null}
      </div>
      <Outcomes outcomes={outcomes} />
    </>
  )
}
