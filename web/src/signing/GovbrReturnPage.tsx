import { useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { queryClient } from '../api/query-client'
import { Button } from '../ds/Button'
import { ErrorMessage, Loading, Message } from '../ds/Message'
import { announce } from '../ds/toast'
import { govbrMessages as text } from '../messages/govbr'
import { usePageTitle } from '../shell/page-title'
import { HOME } from '../environment'
import { DocumentList } from './DocumentList'
import { finishRound, forgetRound, goToGovbr, type Round, roundUnderWay } from './govbr'
import type { SigningResult } from './signing'
import './signing.css'

type Results = Record<string, SigningResult>

/** Where gov.br sends the person back to: the documents that were ready are signed, each with its own result (DOC-10). */
export function GovbrReturnPage() {
  usePageTitle(text.title)
  const [round] = useState(roundUnderWay)
  return (
    <>
      <div className="page-head">
        <h1>{text.title}</h1>
      </div>
      {round ? <Finishing round={round} /> : <Message tone="warning">{text.lost}</Message>}
    </>
  )
}

function Finishing({ round }: { round: Round }) {
  const { results, error, busy, refused } = useFinishing(round)
  const [sending, setSending] = useState<unknown>(null)
  const router = useRouter()
  const navigate = useNavigate()
  const left = round.documents.filter(({ id }) => results[id]?.state !== 'signed')
  const done = round.documents.length - left.length
  const back = () => {
    forgetRound()
    if (/^\/(?![/\\])/.test(round.from)) router.history.push(HOME + round.from)
    else void navigate({ to: '/caixa' })
  }
  const again = () => {
    setSending(null)
    goToGovbr({ ...round, documents: left }).catch(setSending)
  }
  useEffect(() => {
    if (busy || left.length > 0) return
    announce(done === 1 ? text.doneOne : text.doneMany(done))
  }, [busy, left.length, done])
  return (
    <div className="stack">
      {busy ? <Loading label={text.signing} /> : null}
      {refused ? <Message tone="warning">{text.refused}</Message> : null}
      <ErrorMessage error={error ?? sending} />
      {!busy && done > 0 ? (
        <Message tone={left.length > 0 ? 'warning' : 'success'}>
          {left.length > 0 ? text.partly(done, round.documents.length) : done === 1 ? text.doneOne : text.doneMany(done)}
        </Message>
      ) : null}
      <DocumentList documents={round.documents} results={results} />
      {busy ? null : (
        <div className="row">
          {left.length > 0 ? (
            <Button look="primary" onClick={again}>
              {text.again}
            </Button>
          ) : null}
          <Button look={left.length > 0 ? 'secondary' : 'primary'} onClick={back}>
            {text.back}
          </Button>
        </div>
      )}
    </div>
  )
}

/** Once per return: the code in the address is good for one use, and does not stay there. */
function useFinishing(round: Round) {
  const [results, setResults] = useState<Results>({})
  const [error, setError] = useState<unknown>(null)
  const [refused, setRefused] = useState(false)
  const [busy, setBusy] = useState(true)
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    const asked = new URLSearchParams(window.location.search)
    const [code, state] = [asked.get('code'), asked.get('state')]
    window.history.replaceState(window.history.state, '', window.location.pathname)
    if (!code || !state) {
      setRefused(asked.has('error'))
      setBusy(false)
      return
    }
    const note = (id: string, result: SigningResult) => setResults((before) => ({ ...before, [id]: result }))
    finishRound(round, { code, state }, note)
      .catch(setError)
      .finally(() => {
        void queryClient.invalidateQueries()
        setBusy(false)
      })
  }, [round])
  return { results, error, busy, refused }
}
