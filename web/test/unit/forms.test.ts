// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { inTurns } from '../../src/acts/use-bulk'
import { returnDueInput, returnDueProblem, type ReturnDueForm } from '../../src/acts/return-due'
import { filtersOf, readInboxSearch } from '../../src/inbox/search'
import { contrastWithWhite } from '../../src/shell/city-look'
import { addDays, civilDate, formatInstant, formatShort } from '../../src/time/format'

const zone = 'America/Sao_Paulo'
const form = (change: Partial<ReturnDueForm>): ReturnDueForm => ({ kind: 'none', date: '', days: '5', ...change })

describe('return request (TRA-03)', () => {
  it('asks for a date after today and a sensible number of days', () => {
    expect(returnDueProblem(form({ kind: 'date', date: '2026-11-23' }), '2026-11-23')).toBeTruthy()
    expect(returnDueProblem(form({ kind: 'date', date: '2026-11-24' }), '2026-11-23')).toBeUndefined()
    expect(returnDueProblem(form({ kind: 'business', days: '0' }), '2026-11-23')).toBeTruthy()
    expect(returnDueProblem(form({ kind: 'days', days: '2.5' }), '2026-11-23')).toBeTruthy()
  })

  it('sends business days as business days', () => {
    expect(returnDueInput(form({ kind: 'business', days: '5' }))).toEqual({ days: 5, business: true })
    expect(returnDueInput(form({}))).toBeNull()
  })
})

describe('inbox address (PRO-01)', () => {
  it('reads only what it knows, whatever is typed in the address', () => {
    expect(readInboxSearch({ aba: 'x', responsavel: 7, tipo: '', naoRecebidos: 'sim' })).toEqual({})
  })

  it('says to the API, in its words, what the address says in Portuguese', () => {
    const search = readInboxSearch({ aba: 'todos', responsavel: 'ninguem', naoRecebidos: true })
    expect(filtersOf(search)).toMatchObject({ tab: 'all', assigned: 'none', unread: true })
    expect(filtersOf({ responsavel: 'ana.lima' })).toMatchObject({ tab: 'received', assigned: 'ana.lima' })
  })
})

describe('time of the city', () => {
  it('reads an instant in the time zone of the tenant, never in that of the computer', () => {
    expect(formatInstant('2026-11-23T02:30:00Z', zone)).toBe('22/11/2026 às 23:30')
    expect(civilDate(new Date('2026-11-23T02:30:00Z'), zone)).toBe('2026-11-22')
  })

  it('shows the hour for today, the day for this year and the year for before', () => {
    const now = new Date('2026-11-23T15:00:00Z')
    expect(formatShort('2026-11-23T12:05:00Z', zone, now)).toBe('09:05')
    expect(formatShort('2026-03-02T12:05:00Z', zone, now)).toBe('02/03')
    expect(formatShort('2025-03-02T12:05:00Z', zone, now)).toBe('02/03/2025')
  })

  it('rolls over months and leap years', () => {
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01')
  })
})

describe('acts on many', () => {
  it('answers in the order given and never runs more than four at once', async () => {
    let running = 0
    let most = 0
    const results = await inTurns([5, 1, 4, 2, 3, 0], async (delay) => {
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setTimeout(resolve, delay))
      running -= 1
      return delay
    })
    expect(results).toEqual([5, 1, 4, 2, 3, 0])
    expect(most).toBe(4)
  })
})

describe('colour of the city', () => {
  it('measures contrast as WCAG does', () => {
    expect(contrastWithWhite('#000000')).toBeCloseTo(21, 1)
    expect(contrastWithWhite('#767676')).toBeGreaterThan(4.5)
    expect(contrastWithWhite('#ffcd07')).toBeLessThan(2)
  })
})
