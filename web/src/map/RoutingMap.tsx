import { useQuery } from '@tanstack/react-query'
import { pathQuery, type RoutingPath } from '../api/path'
import { Button } from '../ds/Button'
import { Dialog } from '../ds/Dialog'
import { ErrorMessage, Loading, Message } from '../ds/Message'
import { mapMessages as text } from '../messages/map'
import { useTime } from '../time/use-time'
import { PathDrawing } from './PathDrawing'
import { PathTables } from './PathTables'
import './map.css'

interface RoutingMapProps {
  process: { id: string; nup: string }
  onClose: () => void
}

/** Who has the process, since when, what is awaited, and the way it went, drawn and told (TRA-01 to TRA-03). */
export default function RoutingMap({ process, onClose }: RoutingMapProps) {
  const { data, error, refetch, isPending } = useQuery(pathQuery(process.id))
  return (
    <Dialog
      title={text.title(process.nup)}
      wide
      dismissable
      onClose={onClose}
      actions={
        <Button look="primary" onClick={onClose}>
          {text.close}
        </Button>
      }
    >
      <div className="stack path-map">
        <ErrorMessage error={data ? null : error} onRetry={() => void refetch()} />
        {isPending ? <Loading lines={6} /> : null}
        {data && !data.complete ? <Message tone="warning">{text.incomplete}</Message> : null}
        {data ? <Told path={data} /> : null}
        {data ? (
          <section className="stack-small">
            <h3>{text.drawing}</h3>
            {data.steps.length > 0 ? <PathDrawing path={data} /> : <p className="muted">{text.neverSent}</p>}
          </section>
        ) : null}
        {data ? <PathTables path={data} /> : null}
      </div>
    </Dialog>
  )
}

function Told({ path }: { path: RoutingPath }) {
  const time = useTime()
  const open = path.units.filter((stop) => stop.open)
  const awaited = path.steps.flatMap((step) => step.legs.filter((leg) => isAwaited(leg.status, leg.return_due)))
  return (
    <>
      <section className="stack-small">
        <h3>{text.where}</h3>
        {open.length === 0 ? <p>{text.nowhere}</p> : null}
        <ul>
          {open.map((stop) => (
            <li key={stop.unit.id}>
              {text.here(stop.unit.acronym, time.day(stop.since))}
              {stop.received ? '' : `, ${text.notReceived}`}
            </li>
          ))}
        </ul>
      </section>
      <section className="stack-small">
        <h3>{text.awaited}</h3>
        {awaited.length === 0 ? <p>{text.nothingAwaited}</p> : null}
        <ul>
          {awaited.map((leg) => (
            <li key={leg.routing}>{leg.sentence}</li>
          ))}
        </ul>
      </section>
    </>
  )
}

const isAwaited = (status: string, due: string | null) => status === 'waiting_receipt' || (status === 'received' && due !== null)
