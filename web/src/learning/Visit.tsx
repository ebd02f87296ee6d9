import { useLocation } from '@tanstack/react-router'
import { useCallback, useEffect, useRef } from 'react'
import { Button } from '../ds/Button'
import { visitMessages as text } from '../messages/visit'
import { PointedRing, useEscape, usePlace } from './pointing'
import { showStep } from './tour'
import { isOnScreen, type Stop, stopId, stopOf } from './visit'

/** A stop of a guided visit: what a part of the screen is for, said beside it (issue 6 §5). */
export default function Visit({ id }: { id: string }) {
  const stop = stopOf(id)
  useEffect(() => {
    if (!stop) showStep(null)
  }, [stop])
  return stop ? <VisitStop key={id} stop={stop} /> : null
}

function VisitStop({ stop }: { stop: Stop }) {
  const here = useLocation({ select: ({ pathname }) => isOnScreen(stop.visit, pathname) })
  const find = useCallback(() => (here ? seen(stop.place) : null), [here, stop.place])
  const place = usePlace(find)
  const heading = useRef<HTMLHeadingElement>(null)
  useEscape()
  // Whoever uses the keyboard or a screen reader is taken to the words, and goes on from there.
  useEffect(() => {
    find()?.scrollIntoView({ block: 'nearest' })
    heading.current?.focus({ preventScroll: true })
  }, [find])
  const last = stop.at + 1 === stop.of
  const go = (at: number) => showStep(stopId(stop.visit, at))
  const side = place && place.left + place.width / 2 > window.innerWidth / 2 ? 'left' : 'right'
  return (
    <>
      {place ? <PointedRing box={place} /> : null}
      <aside className="hint" data-side={side} aria-label={text.label} data-hint>
        {here ? <p className="muted small">{text.step(text.names[stop.visit], stop.at + 1, stop.of)}</p> : null}
        <h2 ref={heading} tabIndex={-1}>
          {here ? stop.title : text.start(text.names[stop.visit])}
        </h2>
        <p>{here ? stop.words : text.elsewhere[stop.visit]}</p>
        {here && !place ? <p className="muted">{text.absent}</p> : null}
        <div className="row">
          {here && stop.at > 0 ? <Button onClick={() => go(stop.at - 1)}>{text.before}</Button> : null}
          {here && last ? (
            <Button look="secondary" onClick={() => go(0)}>
              {text.again}
            </Button>
          ) : null}
          {here ? (
            <Button look="primary" onClick={() => (last ? showStep(null) : go(stop.at + 1))}>
              {last ? text.finished : text.next}
            </Button>
          ) : null}
          {here && last ? null : <Button onClick={() => showStep(null)}>{text.leave}</Button>}
        </div>
      </aside>
    </>
  )
}

function seen(selector: string): HTMLElement | null {
  return [...document.querySelectorAll<HTMLElement>(selector)].find((one) => one.getClientRects().length > 0) ?? null
}
