import type { BlockRow } from '../api/blocks'
import { Tag, type Tone } from '../ds/Tag'
import { blockMessages as text } from '../messages/blocks'
import { useTime } from '../time/use-time'

const TONES: Record<BlockRow['flags'][number]['flag'], Tone> = { priority: 'danger', reviewed: 'info', commented: 'warning' }

/** Prioritário, revisado, comentado, each with who and when (BLO-03). */
export function BlockFlags({ flags }: { flags: BlockRow['flags'] }) {
  const time = useTime()
  if (flags.length === 0) return null
  return (
    <span className="block-flags">
      {flags.map((one) => (
        <span key={one.flag} title={text.flagged(text.flags[one.flag], one.by.name, time.instant(one.at))}>
          <Tag tone={TONES[one.flag]}>{text.flags[one.flag]}</Tag>
        </span>
      ))}
    </span>
  )
}
