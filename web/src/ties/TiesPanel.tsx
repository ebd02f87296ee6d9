import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Suspense, useState, type ReactNode } from 'react'
import { refreshProcess } from '../api/processes'
import { tiesQuery, unannexProcess, unrelateProcesses, type TiedProcess, type Ties } from '../api/ties'
import type { ProcessPage } from '../api/types'
import { useMe } from '../api/use-me'
import { Button } from '../ds/Button'
import { ErrorMessage, Loading } from '../ds/Message'
import { tieDialogMessages, tiesPanelMessages as text } from '../messages/ties'
import { isAllowed } from '../process/acts'
import { useTime } from '../time/use-time'
import AskDialog from './AskDialog'
import ReasonDialog from './ReasonDialog'

type Asking = { act: 'unrelate' | 'unannex'; other: TiedProcess } | null

/** What the process is tied to, why it stands still, and who acknowledged it. */
export function TiesPanel({ page }: { page: ProcessPage }) {
  const { id } = page.process
  const { data, error, refetch } = useQuery(tiesQuery(id))
  const [asking, setAsking] = useState<Asking>(null)
  const close = () => setAsking(null)
  return (
    <div className="side-body stack">
      <ErrorMessage error={data ? null : error} onRetry={() => void refetch()} />
      {data ? <AllTies page={page} ties={data} onAsk={setAsking} /> : <Loading lines={4} />}
      <Suspense fallback={null}>
        {asking?.act === 'unrelate' ? <Unrelate process={id} other={asking.other} onClose={close} /> : null}
        {asking?.act === 'unannex' ? <Unannex process={id} other={asking.other} onClose={close} /> : null}
      </Suspense>
    </div>
  )
}

function AllTies({ page, ties, onAsk }: { page: ProcessPage; ties: Ties; onAsk: (asking: Asking) => void }) {
  const { unit } = useMe()
  const time = useTime()
  const when = (who: { by: { name: string }; unit: { acronym: string }; at: string }) =>
    text.byWho(who.by.name, who.unit.acronym, time.instant(who.at))
  const canUnannex = isAllowed(page.actions, 'process.unannex')
  const canUnrelate = isAllowed(page.actions, 'process.unrelate')
  return (
    <>
      {ties.annexed_to ? (
        <Part title={text.annexedTo}>
          <Tied other={ties.annexed_to} who={when(ties.annexed_to)} />
        </Part>
      ) : null}
      {ties.suspension ? (
        <Part title={text.suspended}>
          <p>{ties.suspension.reason}</p>
          <p className="muted small">{when(ties.suspension)}</p>
          {ties.suspension.linked ? (
            <>
              <p>{text.waitsFor}</p>
              <Tied other={ties.suspension.linked} who="" />
            </>
          ) : null}
        </Part>
      ) : null}
      {ties.lock ? (
        <Part title={text.locked}>
          <p>{ties.lock.reason}</p>
          <p className="muted small">{when(ties.lock)}</p>
        </Part>
      ) : null}
      <Part title={text.relations}>
        {ties.relations.length === 0 ? <p className="muted">{text.noRelations}</p> : null}
        {ties.relations.map((other) => (
          <Tied key={other.process} other={other} who={when(other)}>
            {canUnrelate && other.unit.id === unit.id ? (
              <Button small onClick={() => onAsk({ act: 'unrelate', other })}>
                {text.unrelate}
              </Button>
            ) : null}
          </Tied>
        ))}
      </Part>
      {ties.annexes.length > 0 ? (
        <Part title={text.annexes}>
          {ties.annexes.map((other) => (
            <Tied key={other.process} other={other} who={when(other)}>
              {canUnannex ? (
                <Button small onClick={() => onAsk({ act: 'unannex', other })}>
                  {text.unannex}
                </Button>
              ) : null}
            </Tied>
          ))}
        </Part>
      ) : null}
      <Part title={text.acknowledgements}>
        {ties.acknowledgements.length === 0 ? <p className="muted">{text.noAcknowledgements}</p> : null}
        <ul className="stack-small">
          {ties.acknowledgements.map((given) => (
            <li key={given.user.id}>
              {given.user.name} <span className="muted small">{`${given.unit.acronym}, ${time.instant(given.at)}`}</span>
            </li>
          ))}
        </ul>
      </Part>
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="stack-small">
      <h3>{title}</h3>
      {children}
    </section>
  )
}

function Tied({ other, who, children }: { other: TiedProcess; who: string; children?: ReactNode }) {
  return (
    <div className="stack-small">
      <p>
        <Link to="/processo/$processId" params={{ processId: other.process }}>
          {other.nup}
        </Link>{' '}
        {other.type.name}
        {other.specification ? <span className="muted"> {other.specification}</span> : null}
      </p>
      {who ? <p className="muted small">{who}</p> : null}
      {children ? <div>{children}</div> : null}
    </div>
  )
}

interface OtherProps {
  process: string
  other: TiedProcess
  onClose: () => void
}

function Unrelate({ process, other, onClose }: OtherProps) {
  return (
    <AskDialog
      title={tieDialogMessages.unrelateTitle(other.nup)}
      explanation={tieDialogMessages.unrelateText}
      confirm={tieDialogMessages.unrelateConfirm}
      done={tieDialogMessages.unrelateDone}
      process={process}
      send={(key) => unrelateProcesses(process, other.process, key)}
      onClose={onClose}
    />
  )
}

function Unannex({ process, other, onClose }: OtherProps) {
  return (
    <ReasonDialog
      title={tieDialogMessages.unannexTitle(other.nup)}
      explanation={tieDialogMessages.unannexText}
      confirm={tieDialogMessages.unannexConfirm}
      done={tieDialogMessages.unannexDone}
      process={process}
      send={async (reason, key) => {
        await unannexProcess(process, other.process, reason, key)
        await refreshProcess(other.process)
      }}
      onClose={onClose}
    />
  )
}
