import { useEffect, useState } from 'react'
import { refreshLists } from '../api/desk'
import { Button } from '../ds/Button'
import { Dialog } from '../ds/Dialog'
import { dsMessages } from '../messages/ds'
import { manyDocuments as text } from '../messages/many-documents'
import { SignDialog } from '../signing/SignDialog'
import { AuthenticateManyDialog } from './AuthenticateManyDialog'
import { LeftOut } from './LeftOut'
import { prepared, type Prepared } from './prepare'
import type { ManyDialogProps } from './ManyDialog'

/** Signing or authenticating the chosen documents with one password, after seeing which of them it reaches. */
export default function CertifyMany({ act, chosen, onClose, onDone }: ManyDialogProps & { act: 'sign' | 'authenticate' }) {
  const [found, setFound] = useState<Prepared | null>(null)
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    let gone = false
    const wanted = act === 'sign' ? 'document.sign' : 'document.authenticate'
    void prepared(chosen, wanted).then((result) => (gone ? undefined : setFound(result)))
    return () => {
      gone = true
    }
  }, [act, chosen])
  const title = act === 'sign' ? text.sign : text.title.authenticate(chosen.length, chosen[0]?.name ?? '')
  const done = () => {
    onDone()
    void refreshLists()
  }
  if (!found || found.ready.length === 0) {
    const none = act === 'sign' ? text.noneSigned : text.noneAuthenticated
    return (
      <Dialog title={title} onClose={onClose} actions={<Button onClick={onClose}>{dsMessages.close}</Button>}>
        <p role="status">{found ? none : text.preparing}</p>
        {found ? <LeftOut out={found.out} /> : null}
      </Dialog>
    )
  }
  if (act === 'authenticate') return <AuthenticateManyDialog found={found} onClose={onClose} onDone={done} />
  if (found.out.length > 0 && !seen) {
    return (
      <Dialog
        title={title}
        onClose={onClose}
        actions={
          <>
            <Button onClick={onClose}>{dsMessages.cancel}</Button>
            <Button look="primary" onClick={() => setSeen(true)}>
              {text.goOn(found.ready.length)}
            </Button>
          </>
        }
      >
        <LeftOut out={found.out} />
      </Dialog>
    )
  }
  return <SignDialog processId={found.ready[0]?.process ?? ''} documents={found.ready} onSigned={done} onClose={onClose} />
}
