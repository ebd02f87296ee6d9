import { describe, expect, it } from 'vitest'
import { isOnScreen, isVisit, stopId, stopOf, visitOf, VISITS } from '../../src/learning/visit'
import { visitMessages } from '../../src/messages/visit'

describe('the guided visits (issue 6 §5)', () => {
  it('have a place on the screen for each of their words, and words for each place', () => {
    for (const visit of VISITS) {
      const stops = visitMessages.stops[visit].map((_, at) => stopOf(stopId(visit, at)))
      expect(stops.every((stop) => stop !== null && stop.of === stops.length)).toBe(true)
      expect(stopOf(stopId(visit, stops.length))).toBeNull()
    }
  })

  it('are told from the steps of exercises, and what an older version kept is no stop', () => {
    expect(isVisit('visita/caixa/0')).toBe(true)
    expect(isVisit('despacho/3')).toBe(false)
    expect(stopOf('visita/mural/0')).toBeNull()
    expect(stopOf('visita/caixa/x')).toBeNull()
  })

  it('know their screens', () => {
    expect(visitOf('/caixa')).toBe('caixa')
    expect(visitOf('/processo/p1')).toBe('processo')
    expect(visitOf('/processo/p1/documento/d1')).toBe('processo')
    expect(visitOf('/processo/p1/documento/d1/editar')).toBe('editor')
    expect(visitOf('/processo/novo')).toBeUndefined()
    expect(visitOf('/painel')).toBeUndefined()
    expect(isOnScreen('editor', '/processo/p1')).toBe(false)
  })
})
