import { useEffect, useState } from 'react'
import { timeLeft } from '../messages/pace'
import { observe, type Sample, secondsLeft } from './pace'

/** About how long what is being sent still takes, once it went on long enough to be known. */
export function TimeLeft({ sent, total }: { sent: number; total: number }) {
  const [samples, setSamples] = useState<Sample[]>([])
  useEffect(() => setSamples((seen) => observe(seen, Date.now(), sent)), [sent])
  const seconds = secondsLeft(samples, total - sent)
  return seconds === null ? null : <span className="upload-left">{timeLeft(seconds)}</span>
}
