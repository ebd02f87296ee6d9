import type { RoutingPath } from '../api/path'
import { classNames } from '../ds/class-names'
import { mapMessages as text } from '../messages/map'
import { useTime } from '../time/use-time'
import { HEAD, layOut, type Arrow, type Lane } from './layout'

const BOX = { width: 116, height: 40 }
const TIP = 7
const LOOKS = ['arrived', 'waiting', 'overdue', 'undone'] as const

/** A lane per unit, an arrow per sending; whoever cannot see it has the table, which says the same. */
export function PathDrawing({ path }: { path: RoutingPath }) {
  const time = useTime()
  const { lanes, arrows, width, height } = layOut(path)
  const shown = LOOKS.filter((look) => arrows.some((arrow) => arrow.look === look))
  return (
    <figure className="path-figure">
      {/* A drawing wider than the dialog scrolls; the keyboard reaches it to scroll too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="path-scroll" role="group" tabIndex={0} aria-label={text.drawing}>
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
          {lanes.map((lane) => (
            <LaneOf key={lane.id} lane={lane} height={height} />
          ))}
          {arrows.map((arrow) => (
            <g key={arrow.leg.routing}>
              {arrow.sentAt ? (
                <text x={8} y={arrow.y + 4} className="path-date">
                  {time.day(arrow.sentAt)}
                </text>
              ) : null}
              <ArrowOf arrow={arrow} />
            </g>
          ))}
        </svg>
      </div>
      <figcaption className="small muted">
        {text.drawingText(lanes.length, path.steps.length)}
        <span className="path-legend">
          {shown.map((look) => (
            <span key={look} className="path-key">
              <svg width="36" height="10" aria-hidden="true" focusable="false">
                <line x1="0" y1="5" x2="36" y2="5" className={classNames('path-arrow', `path-${look}`)} />
              </svg>
              {text.legend[look]}
            </span>
          ))}
        </span>
      </figcaption>
    </figure>
  )
}

function LaneOf({ lane, height }: { lane: Lane; height: number }) {
  const state = lane.open ? text.isOpen : lane.never ? text.never : text.isClosed
  return (
    <g className={classNames('path-lane', lane.open && 'path-open')}>
      <line x1={lane.x} y1={HEAD - 8} x2={lane.x} y2={height - 12} />
      <rect x={lane.x - BOX.width / 2} y={12} width={BOX.width} height={BOX.height} rx={4} />
      <text x={lane.x} y={29} textAnchor="middle" className="path-unit">
        {lane.acronym}
      </text>
      <text x={lane.x} y={45} textAnchor="middle" className="path-state">
        {state}
      </text>
    </g>
  )
}

function ArrowOf({ arrow }: { arrow: Arrow }) {
  const way = Math.sign(arrow.to - arrow.from) || 1
  const end = arrow.to - way * 2
  const tip = `${end},${arrow.y} ${end - way * TIP},${arrow.y - TIP / 2} ${end - way * TIP},${arrow.y + TIP / 2}`
  return (
    <g className={classNames('path-arrow', `path-${arrow.look}`)}>
      <circle cx={arrow.from} cy={arrow.y} r={3} />
      <line x1={arrow.from} y1={arrow.y} x2={end - way * TIP} y2={arrow.y} />
      <polygon points={tip} />
    </g>
  )
}
