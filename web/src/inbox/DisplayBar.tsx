import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { keepSheet } from '../api/keep-sheet'
import { useAct } from '../api/use-act'
import { useMe } from '../api/use-me'
import { exportInbox, viewsQuery } from '../api/views'
import { Button } from '../ds/Button'
import { Menu } from '../ds/Menu'
import { announce } from '../ds/toast'
import { displayMessages as text, viewMessages } from '../messages/display'
import { keyOf } from '../shell/keymap'
import { useTime } from '../time/use-time'
import { filtersOf, readInboxSearch, type InboxSearch } from './search'

const DisplayDialog = lazy(() => import('./DisplayDialog'))
const ViewsDialog = lazy(() => import('./ViewsDialog'))

/** Saved views, how the list is shown, and the list as a spreadsheet (PRO-01). */
export function DisplayBar({ search, preview }: { search: InboxSearch; preview: { open: boolean; toggle: () => void } }) {
  const { unit } = useMe()
  const { today } = useTime()
  const navigate = useNavigate()
  const [dialog, setDialog] = useState<'display' | 'views' | null>(null)
  const [touched, setTouched] = useState(false)
  const { data: views = [] } = useQuery({ ...viewsQuery(unit.id), enabled: touched })
  const close = () => setDialog(null)
  const go = (settings: Record<string, unknown>) => void navigate({ to: '/caixa', search: readInboxSearch(settings) })
  const download = useAct(() => exportInbox(filtersOf(search)), {
    onDone: (sheet) => {
      keepSheet(sheet.content, text.fileName(unit.id, today()))
      announce(sheet.complete ? text.downloaded(sheet.rows) : text.cut(sheet.rows), sheet.complete ? {} : { tone: 'danger' })
    },
  })
  const touch = () => setTouched(true)
  return (
    <div className="display-bar" onFocus={touch} onPointerEnter={touch}>
      <Menu
        small
        label={viewMessages.menu}
        choices={[
          { id: 'usual', label: viewMessages.usual, run: () => go({}) },
          ...views.map((view) => ({
            id: view.id,
            label: view.name,
            note: view.shared ? viewMessages.shared : viewMessages.own,
            run: () => go(view.settings),
          })),
          { id: 'manage', label: viewMessages.manage, run: () => setDialog('views') },
        ]}
      />
      <Button small className="preview-toggle" aria-pressed={preview.open} aria-keyshortcuts={keyOf('preview')} onClick={preview.toggle}>
        {text.preview}
      </Button>
      <Button small onClick={() => setDialog('display')}>
        {text.open}
      </Button>
      <Button small busy={download.busy} onClick={() => void download.run(undefined)}>
        {text.download}
      </Button>
      <Suspense fallback={null}>
        {dialog === 'display' ? <DisplayDialog search={search} onClose={close} onApply={go} /> : null}
        {dialog === 'views' ? <ViewsDialog search={search} views={views} onClose={close} /> : null}
      </Suspense>
    </div>
  )
}
