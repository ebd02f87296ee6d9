import type { JobItem, JobRow } from '../api/jobs'
import { Tag, type Tone } from '../ds/Tag'
import { jobMessages as text } from '../messages/jobs'

const TONES: Record<JobRow['state'], Tone> = {
  waiting: 'neutral',
  running: 'info',
  done: 'success',
  failed: 'danger',
  cancelled: 'neutral',
}
const ITEM_TONES: Record<JobItem['state'], Tone> = {
  waiting: 'neutral',
  done: 'success',
  failed: 'danger',
  left_out: 'warning',
}

export const JobStateTag = ({ state }: { state: JobRow['state'] }) => <Tag tone={TONES[state]}>{text.states[state]}</Tag>

export const ItemStateTag = ({ state }: { state: JobItem['state'] }) => (
  <Tag tone={ITEM_TONES[state]}>{text.itemStates[state]}</Tag>
)
