import { describe, expect, it } from 'vitest'
import type { InboxRow } from '../../src/api/types'
import { grouped, sorted } from '../../src/inbox/arrange'
import { columnsOf, filtersOf, readInboxSearch } from '../../src/inbox/search'

const ZONE = 'America/Sao_Paulo'
const ana = { id: 'ana', name: 'Ana' }

function row(process: string, changes: Partial<InboxRow> = {}, desk: Partial<InboxRow['desk']> = {}): InboxRow {
  return {
    process, nup: `0110${process}`, type: { code: 'poda', name: 'Poda' }, specification: '', interested_parties: [],
    access_level: 'public', state: 'normal', priority: null, tab: 'received', unread: false, assignee: null, signals: [],
    return_to_give: null, return_awaited: null, sender_unit: null, arrived_at: '2026-11-23T12:00:00Z',
    last_activity_at: '2026-11-23T12:00:00Z', steps: [], ...changes,
    desk: { note: null, labels: [], deadline: null, checkpoint: null, checklist: null, ...desk },
  }
}

const deadline = (due: string, status: 'on_time' | 'due_soon' | 'overdue' | 'concluded') => ({ deadline: { due, status, by: ana, at: '' } })
const shape = (groups: ReturnType<typeof grouped>) => groups.map((group) => [group.name, group.rows.map((one) => one.process)])

describe('order of the inbox (PRO-01)', () => {
  it('stays as the unit received it when none is asked for', () => {
    const rows = [row('2'), row('1')]
    expect(sorted(rows, undefined)).toBe(rows)
  })

  it('puts what has no deadline, or a concluded one, after what is due', () => {
    const rows = [row('1'), row('2', {}, deadline('2026-12-05', 'on_time')), row('3', {}, deadline('2026-12-01', 'concluded')), row('4', {}, deadline('2026-12-02', 'due_soon'))]
    expect(sorted(rows, 'prazo').map((one) => one.process)).toEqual(['4', '2', '1', '3'])
  })

  it('puts what nobody has in hands last', () => {
    expect(sorted([row('1'), row('2', { assignee: ana })], 'responsavel').map((one) => one.process)).toEqual(['2', '1'])
  })
})

describe('groups of the inbox (PRO-01)', () => {
  it('are one without a name when none is asked for', () => {
    expect(shape(grouped([row('1'), row('2')], undefined, ZONE))).toEqual([['', ['1', '2']]])
  })

  it('have the names in order and those without one last', () => {
    const rows = [row('1'), row('2', { assignee: { id: 'z', name: 'Zélia' } }), row('3', { assignee: ana }), row('4', { assignee: ana })]
    expect(shape(grouped(rows, 'responsavel', ZONE))).toEqual([['Ana', ['3', '4']], ['Zélia', ['2']], ['Sem responsável', ['1']]])
  })

  it('of deadlines go from the late to the concluded, and nothing is lost', () => {
    const rows = [row('1'), row('2', {}, deadline('2026-12-09', 'on_time')), row('3', {}, deadline('2026-11-01', 'overdue')), row('4', {}, deadline('2026-11-01', 'concluded'))]
    expect(shape(grouped(rows, 'prazo', ZONE))).toEqual([['Prazo vencido', ['3']], ['Prazo em dia', ['2']], ['Prazo concluído', ['4']], ['Sem prazo', ['1']]])
  })

  it('of days are the days of the city', () => {
    const rows = [row('1', { arrived_at: '2026-11-24T02:00:00Z' }), row('2', { arrived_at: '2026-11-24T04:00:00Z' })]
    expect(shape(grouped(rows, 'chegada', ZONE))).toEqual([['23/11/2026', ['1']], ['24/11/2026', ['2']]])
  })
})

describe('address of the inbox', () => {
  it('keeps only what it knows', () => {
    expect(readInboxSearch({ agrupar: 'marcador', ordenar: 'cor', prazo: 'sempre', marcador: 'l1', x: '1' })).toEqual({ agrupar: 'marcador', marcador: 'l1' })
  })

  it('says nothing in words that the API does not know', () => {
    expect(filtersOf({ marcador: 'nenhum', ponto: 'p1', prazo: 'vencidos' })).toMatchObject({ label: 'none', checkpoint: 'p1', due: 'overdue' })
  })

  it('shows the usual columns when it names none that exist', () => {
    expect(columnsOf({ colunas: 'nada' })).toEqual(columnsOf({}))
    expect(columnsOf({ colunas: 'origem-sobre' })).toEqual(['sobre', 'origem'])
  })
})
