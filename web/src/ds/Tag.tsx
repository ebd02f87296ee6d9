import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger' | 'strong'

/** A state said in words; colour only repeats what the text already says. */
export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={classNames('tag', tone !== 'neutral' && `tag-${tone}`)}>{children}</span>
}
