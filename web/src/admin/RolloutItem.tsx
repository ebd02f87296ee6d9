import { Link, useRouter } from '@tanstack/react-router'
import type { RolloutLine } from '../api/rollout'
import { useMe } from '../api/use-me'
import { Button, buttonClass } from '../ds/Button'
import { Tag } from '../ds/Tag'
import { HOME } from '../environment'
import { rolloutMessages as text } from '../messages/rollout'
import { formatCivil } from '../time/format'
import type { Asked } from './RolloutPage'

interface ItemProps {
  line: RolloutLine
  /** Whether the list may still change. */
  open: boolean
  ask: (asked: Asked) => void
}

/** One item: whether it is done, who says so or what is missing, and what can be done about it. */
export function RolloutItem({ line, open, ask }: ItemProps) {
  return (
    <li className="rollout-item">
      <div className="rollout-what">
        <p>
          <strong>{line.title}</strong> <State line={line} />
          {line.mandatory ? null : (
            <>
              {' '}
              <Tag>{text.optional}</Tag>
            </>
          )}
        </p>
        {line.text ? <p className="muted small">{line.text}</p> : null}
        <Said line={line} />
      </div>
      <div className="rollout-ways">
        {open ? <Acts line={line} ask={ask} /> : null}
        <Ways line={line} />
      </div>
    </li>
  )
}

function State({ line }: { line: RolloutLine }) {
  if (line.done) return <Tag tone="success">{text.state.done}</Tag>
  if (line.waiver) return <Tag tone="info">{text.state.waived}</Tag>
  return <Tag tone={line.mandatory ? 'warning' : 'neutral'}>{text.state.open}</Tag>
}

function Said({ line: { verified, missing, tick, waiver } }: { line: RolloutLine }) {
  return (
    <>
      {missing ? <p>{missing}</p> : null}
      {verified ? <p className="muted small">{text.verified}</p> : null}
      {tick ? <p>{text.tickedBy(tick.by.name, formatCivil(tick.day))}</p> : null}
      {tick?.remark ? <p>{text.remark(tick.remark)}</p> : null}
      {waiver ? <p>{text.waivedBy(waiver.by.name, waiver.reason)}</p> : null}
    </>
  )
}

function Acts({ line, ask }: { line: RolloutLine; ask: (asked: Asked) => void }) {
  const { actions } = useMe()
  const keeps = actions.includes('rollout.keep')
  if (keeps && (line.tick || line.waiver)) {
    return (
      <Button small aria-label={text.undoOf(line.title)} onClick={() => ask({ act: 'undo', line })}>
        {text.undo}
      </Button>
    )
  }
  return (
    <>
      {keeps && !line.verified ? (
        <Button small aria-label={text.tickOf(line.title)} onClick={() => ask({ act: 'tick', line })}>
          {text.tick}
        </Button>
      ) : null}
      {actions.includes('rollout.decide') && line.mandatory && !line.done ? (
        <Button small look="plain" aria-label={text.waiveOf(line.title)} onClick={() => ask({ act: 'waive', line })}>
          {text.waive}
        </Button>
      ) : null}
    </>
  )
}

function Ways({ line }: { line: RolloutLine }) {
  const router = useRouter()
  const [chapter, section] = line.where.split('#')
  return (
    <>
      {line.screen ? (
        <Button small look="plain" aria-label={text.goToOf(line.title)} onClick={() => router.history.push(HOME + line.screen)}>
          {text.goTo}
        </Button>
      ) : null}
      {chapter ? (
        <Link
          to="/manual"
          search={{ capitulo: chapter, ...(section ? { secao: section } : {}) }}
          className={buttonClass('plain', true)}
          aria-label={text.manualOf(line.title)}
        >
          {text.manual}
        </Link>
      ) : null}
    </>
  )
}
