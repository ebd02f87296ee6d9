import { useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { enterVouched } from '../api/providers'
import { queryClient } from '../api/query-client'
import { meKey } from '../api/session'
import { Button } from '../ds/Button'
import { ErrorMessage, Loading, Message } from '../ds/Message'
import { providerMessages as text } from '../messages/providers'
import { usePageTitle } from '../shell/page-title'
import { inside, rememberLeave, takeAway } from './away'
import './entry.css'

/** Where a provider sends the person back to: in, or told why not (ACC-01). */
export function EntryReturnPage() {
  usePageTitle(text.title)
  const { error, said } = useEntering()
  const home = () => window.location.assign('/entrar')
  return (
    <main className="entry" id="conteudo">
      <div className="entry-card">
        <h1>{text.title}</h1>
        {error || said ? null : <Loading label={text.entering} />}
        <ErrorMessage error={error} />
        {said ? <Message tone="warning">{said}</Message> : null}
        {error || said ? (
          <Button look="primary" onClick={home}>
            {text.back}
          </Button>
        ) : null}
      </div>
    </main>
  )
}

/** Once: the code in the address is good for one use, and does not stay there. */
function useEntering() {
  const [error, setError] = useState<unknown>(null)
  const [said, setSaid] = useState('')
  const begun = useRef(false)
  const router = useRouter()
  const navigate = useNavigate()
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    const asked = new URLSearchParams(window.location.search)
    const [code, state] = [asked.get('code'), asked.get('state')]
    window.history.replaceState(window.history.state, '', window.location.pathname)
    if (!code || !state) {
      setSaid(asked.has('error') ? text.refused : text.lost)
      return
    }
    const away = takeAway()
    enterVouched({ code, state })
      .then(async (me) => {
        queryClient.clear()
        queryClient.setQueryData(meKey, me)
        rememberLeave(away?.leave ?? null)
        if (away && inside(away.back)) router.history.push(away.back)
        else await navigate({ to: '/caixa' })
      })
      .catch(setError)
  }, [router, navigate])
  return { error, said }
}
