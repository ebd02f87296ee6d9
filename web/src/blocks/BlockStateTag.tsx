import type { BlockRow } from '../api/blocks'
import { Tag, type Tone } from '../ds/Tag'
import { blockMessages as text } from '../messages/blocks'

const TONES: Record<BlockRow['state'], Tone> = {
  generated: 'neutral',
  shared: 'info',
  received: 'strong',
  returned: 'warning',
  concluded: 'neutral',
}

export function BlockStateTag({ state }: { state: BlockRow['state'] }) {
  return <Tag tone={TONES[state]}>{text.states[state]}</Tag>
}
