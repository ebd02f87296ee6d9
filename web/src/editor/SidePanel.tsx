import { type ReactNode, useId } from 'react'
import { Button } from '../ds/Button'
import { classNames } from '../ds/class-names'
import { editorMessages } from '../messages/editor'

interface SidePanelProps {
  title: string
  /** What the button that closes it is called, where several may stand open. */
  close: string
  className?: string
  children: ReactNode
  onClose: () => void
}

/** What stands open beside the text. */
export function SidePanel({ title, close, className, children, onClose }: SidePanelProps) {
  const id = useId()
  return (
    <aside className={classNames('versions', className)} aria-labelledby={id}>
      <div className="versions-head">
        <h2 id={id}>{title}</h2>
        <Button small onClick={onClose} aria-label={close}>
          {editorMessages.find.close}
        </Button>
      </div>
      {children}
    </aside>
  )
}
