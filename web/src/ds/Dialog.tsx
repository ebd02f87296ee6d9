import { useEffect, useId, type FormEvent, type ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { dsMessages } from '../messages/ds'
import { Button } from './Button'
import { classNames } from './class-names'

interface DialogProps {
  title: string
  children: ReactNode
  onClose: () => void
  /** Buttons at the foot; a form dialog has its own. */
  actions?: ReactNode
  wide?: boolean
  /** A dialog that asks for the password or a legal act does not close by a click outside. */
  dismissable?: boolean
}

const FOCUS_RETURNS_MS = 100

/** React Aria gives the focus back to what opened the dialog; when the act made that disappear, the page takes it. */
function useFocusAfterClosing() {
  useEffect(
    () => () => {
      const page = document
      setTimeout(() => {
        if (page.activeElement === page.body) page.getElementById('conteudo')?.focus({ preventScroll: true })
      }, FOCUS_RETURNS_MS)
    },
    [],
  )
}

/** Numbers of processes and documents, which nobody reads in two pieces. */
const NUMBER = /(\S*\d[./-]\d\S*)/

const unbroken = (title: string) =>
  title.split(NUMBER).map((piece, place) => (place % 2 ? <span key={place} className="unbroken">{piece}</span> : piece))

export function Dialog({ title, children, onClose, actions, wide, dismissable = false }: DialogProps) {
  useFocusAfterClosing()
  return (
    <ModalOverlay
      className="scrim"
      isOpen
      isDismissable={dismissable}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className={classNames('dialog-frame', wide && 'dialog-wide')}>
        <AriaDialog className="dialog">
          <Heading slot="title" level={2} className="dialog-title">
            {unbroken(title)}
          </Heading>
          {actions ? <div className="dialog-body">{children}</div> : children}
          {actions ? <div className="dialog-actions">{actions}</div> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

interface FormDialogProps extends Omit<DialogProps, 'actions' | 'dismissable'> {
  confirm: string
  confirmLook?: 'primary' | 'danger'
  /** Says how to leave without doing it, where "Cancelar" is the name of the act itself. */
  giveUp?: string
  busy?: boolean
  onSubmit: () => void
}

/** Dialog with one act: Enter in a field or Ctrl+Enter anywhere confirms, Esc gives up. */
export function FormDialog(props: FormDialogProps) {
  const { title, children, onClose, confirm, confirmLook = 'primary', busy = false, onSubmit, wide = false } = props
  const { giveUp = dsMessages.cancel } = props
  const formId = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // Where the window was opened from within a form, that form is not sent by this one: React would tell it too.
    event.stopPropagation()
    if (busy) return
    onSubmit()
    // What the form refused is drawn after this act; the focus then goes to the first field with a problem.
    const form = document.getElementById(formId)
    setTimeout(() => form?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
  }
  return (
    <Dialog title={title} onClose={onClose} wide={wide}>
      <form
        id={formId}
        noValidate
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey) submit(event)
        }}
      >
        <div className="dialog-body">{children}</div>
        <div className="dialog-actions">
          <Button onClick={onClose}>{giveUp}</Button>
          <Button type="submit" look={confirmLook} busy={busy}>
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
