import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../api/use-act'
import { Button } from '../../ds/Button'
import { Dialog } from '../../ds/DialogWhenOpened'
import { ErrorMessage, Loading } from '../../ds/Message'
import { Tag } from '../../ds/Tag'
import { announce } from '../../ds/toast'
import { editorMessages } from '../../messages/editor'
import { useTime } from '../../time/use-time'
import { ScrolledFrame } from '../../viewer/DocumentFrame'
import { SidePanel } from '../SidePanel'
import { CompareVersions } from './CompareVersions'
import { restoreVersion, type Version, versionAuthor, versionsQuery, versionTextQuery } from './versionQueries'

const text = editorMessages.versions

interface VersionsPanelProps {
  processId: string
  documentId: string
  revision: string
  /** Resolves true once nothing is left to save; restoring before that would lose text. */
  flush: () => Promise<boolean>
  onRestored: () => void
  onClose: () => void
}

type Showing = { act: 'view' | 'restore'; version: Version } | { act: 'compare'; before: number; after: number } | null

/** Every saved version of the document: read, compare two, restore (DOC-05). */
export function VersionsPanel(props: VersionsPanelProps) {
  const { processId, documentId, revision, onClose } = props
  const versions = useQuery(versionsQuery(processId, documentId, revision))
  const [showing, setShowing] = useState<Showing>(null)
  const list = versions.data ?? []
  const close = () => setShowing(null)
  const [newest, second] = list
  return (
    <SidePanel title={text.title} close={text.close} onClose={onClose}>
      {versions.isPending ? <Loading label={text.loading} /> : null}
      <ErrorMessage error={versions.error} onRetry={() => void versions.refetch()} />
      {versions.data?.length === 0 ? <p className="muted">{text.empty}</p> : null}
      {list.length > 0 ? (
        <Button
          small
          look="secondary"
          unavailable={second ? null : text.needsTwo}
          onClick={() => {
            if (newest && second) setShowing({ act: 'compare', before: second.number, after: newest.number })
          }}
        >
          {text.compare}
        </Button>
      ) : null}
      <ol className="versions-list">
        {list.map((version) => (
          <VersionItem key={version.number} version={version} onShow={setShowing} />
        ))}
      </ol>
      {showing?.act === 'view' ? <VersionDialog {...props} version={showing.version} onClose={close} /> : null}
      {showing?.act === 'restore' ? <RestoreDialog {...props} version={showing.version} onClose={close} /> : null}
      {showing?.act === 'compare' ? (
        <CompareVersions {...props} versions={list} initial={showing} onClose={close} />
      ) : null}
    </SidePanel>
  )
}

interface VersionItemProps {
  version: Version
  onShow: (showing: Showing) => void
}

function VersionItem({ version, onShow }: VersionItemProps) {
  const time = useTime()
  const entry = text.entry(version.number, time.instant(version.at))
  return (
    <li>
      <p>
        <strong>{entry}</strong> {version.current ? <Tag tone="info">{text.current}</Tag> : null}
      </p>
      <p className="muted small">{text.by(versionAuthor(version))}</p>
      <div className="row">
        <Button
          small
          look="secondary"
          aria-label={`${text.view}: ${entry}`}
          onClick={() => onShow({ act: 'view', version })}
        >
          {text.view}
        </Button>
        {version.current ? null : (
          <Button small aria-label={`${text.restore}: ${entry}`} onClick={() => onShow({ act: 'restore', version })}>
            {text.restore}
          </Button>
        )}
      </div>
    </li>
  )
}

interface VersionDialogProps extends VersionsPanelProps {
  version: Version
}

function VersionDialog({ processId, documentId, version, onClose }: VersionDialogProps) {
  const shown = useQuery(versionTextQuery(processId, documentId, version.number))
  const title = text.viewing(version.number)
  return (
    <Dialog
      title={title}
      wide
      dismissable
      onClose={onClose}
      actions={<Button onClick={onClose}>{editorMessages.find.close}</Button>}
    >
      {shown.isPending ? <Loading label={text.loading} /> : null}
      <ErrorMessage error={shown.error} onRetry={() => void shown.refetch()} />
      {shown.data ? <ScrolledFrame html={shown.data.html} title={title} /> : null}
    </Dialog>
  )
}

function RestoreDialog({ processId, documentId, version, flush, onRestored, onClose }: VersionDialogProps) {
  const [unsaved, setUnsaved] = useState(false)
  const restore = useAct((number: number, key) => restoreVersion(processId, documentId, number, key), {
    onDone: () => {
      announce(text.restored(version.number))
      onClose()
      onRestored()
    },
  })
  const confirm = async () => {
    const saved = await flush()
    setUnsaved(!saved)
    if (saved) await restore.run(version.number)
  }
  const actions = (
    <>
      <Button onClick={onClose}>{text.cancel}</Button>
      <Button look="primary" busy={restore.busy} onClick={() => void confirm()}>
        {text.restoreConfirm}
      </Button>
    </>
  )
  return (
    <Dialog title={text.restoreTitle(version.number)} onClose={onClose} actions={actions}>
      <p>{text.restoreText}</p>
      {unsaved ? <p role="alert">{text.saveFirst}</p> : null}
      <ErrorMessage error={restore.error} />
    </Dialog>
  )
}
