import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { keepLearning, learningQuery, type LearningChange } from '../api/learning'
import { useAct } from '../api/use-act'
import { Button } from '../ds/Button'
import { Message } from '../ds/Message'
import { learningMessages as text } from '../messages/learning'
import { forgetEntering } from './tour'

const AFTER_THE_SCREEN_MS = 1500

/** Once after coming in, until the first steps are finished or put away; it waits for what the person came for. */
export default function FirstStepsNotice() {
  const [ready, setReady] = useState(false)
  const [gone, setGone] = useState(false)
  const there = useLocation({ select: ({ pathname }) => pathname === '/exercicios' })
  const { data } = useQuery({ ...learningQuery, enabled: ready && !gone })
  const dismiss = useAct((change: LearningChange, key) => keepLearning(change, key))
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), AFTER_THE_SCREEN_MS)
    return () => clearTimeout(timer)
  }, [])
  if (gone || there || !data?.due || !data.first_steps) return null
  const leave = () => {
    forgetEntering()
    setGone(true)
  }
  const actions = (
    <>
      <Link to="/exercicios" onClick={leave}>
        {text.noticeLink}
      </Link>
      <Button small onClick={leave}>
        {text.noticeLater}
      </Button>
      <Button small busy={dismiss.busy} onClick={() => void dismiss.run({ dismissed: true })}>
        {text.dismiss}
      </Button>
    </>
  )
  return (
    <Message tone="info" announced actions={actions}>
      {text.notice(data.first_steps.done, data.first_steps.steps.length)}
    </Message>
  )
}
