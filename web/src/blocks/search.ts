import type { BlockKind } from '../api/blocks'

export interface BlocksSearch {
  tipo?: 'reuniao' | 'internos'
  concluidos?: true
  grupo?: string
}

export const KINDS: { tipo: BlocksSearch['tipo']; kind: BlockKind }[] = [
  { tipo: undefined, kind: 'signing' },
  { tipo: 'reuniao', kind: 'meeting' },
  { tipo: 'internos', kind: 'internal' },
]

/** Each list is an address, so it can be kept, shared and opened in a new window. */
export function readBlocksSearch(raw: Record<string, unknown>): BlocksSearch {
  const tipo = raw['tipo']
  return {
    ...(tipo === 'reuniao' || tipo === 'internos' ? { tipo } : {}),
    ...(raw['concluidos'] ? { concluidos: true as const } : {}),
    ...(typeof raw['grupo'] === 'string' && raw['grupo'] ? { grupo: raw['grupo'] } : {}),
  }
}

export function kindOf(search: BlocksSearch): BlockKind {
  return KINDS.find(({ tipo }) => tipo === search.tipo)?.kind ?? 'signing'
}

/** The document of the block that is being read. */
export function readBlockSearch(raw: Record<string, unknown>): { item?: string } {
  return typeof raw['item'] === 'string' && raw['item'] ? { item: raw['item'] } : {}
}
