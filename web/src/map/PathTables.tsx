import type { PathLeg, PathStep, RoutingPath } from '../api/path'
import { mapMessages as text } from '../messages/map'
import { routingStatusName } from '../messages/terms'
import { formatCivil } from '../time/format'
import { useTime } from '../time/use-time'

/** What the drawing shows, to be read line by line. */
export function PathTables({ path }: { path: RoutingPath }) {
  return (
    <>
      {path.steps.length > 0 ? <StepsTable steps={path.steps} /> : null}
      <UnitsTable path={path} />
    </>
  )
}

function StepsTable({ steps }: { steps: PathStep[] }) {
  const time = useTime()
  return (
    <table className="path-table">
      <caption>{text.table}</caption>
      <thead>
        <tr>
          <th scope="col">{text.sentAt}</th>
          <th scope="col">{text.from}</th>
          <th scope="col">{text.to}</th>
          <th scope="col">{text.receivedAt}</th>
          <th scope="col">{text.returnDue}</th>
          <th scope="col">{text.state}</th>
        </tr>
      </thead>
      <tbody>
        {steps.flatMap((step) =>
          step.legs.map((leg, place) => (
            <tr key={leg.routing}>
              <td>{time.instant(step.sent_at)}</td>
              <td>{step.origin.acronym}</td>
              <th scope="row">{leg.to.acronym}</th>
              <td>{leg.received_at ? time.instant(leg.received_at) : text.none}</td>
              <td>{leg.return_due ? formatCivil(leg.return_due) : text.none}</td>
              <td>
                {stateOf(leg)}
                {place === 0 && step.notice ? <p className="small muted">{text.notice(step.notice.state, step.notice.reason)}</p> : null}
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  )
}

const stateOf = (leg: PathLeg) => (leg.overdue ? `${routingStatusName[leg.status]}. ${text.overdue}` : routingStatusName[leg.status])

function UnitsTable({ path }: { path: RoutingPath }) {
  const time = useTime()
  return (
    <table className="path-table">
      <caption>{text.units}</caption>
      <thead>
        <tr>
          <th scope="col">{text.unit}</th>
          <th scope="col">{text.since}</th>
          <th scope="col">{text.leftAt}</th>
        </tr>
      </thead>
      <tbody>
        {path.units.map((stop) => (
          <tr key={stop.unit.id}>
            <th scope="row">
              {stop.unit.acronym} <span className="muted small">{stop.unit.name}</span>
            </th>
            <td>{time.instant(stop.since)}</td>
            <td>{stop.left_at ? time.instant(stop.left_at) : text.isOpen}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
