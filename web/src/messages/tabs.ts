import type { AccessLevel } from '../api/types'

/** Processes kept in tabs. */
export const tabMessages = {
  strip: 'Processos em abas',
  tab: (name: string) => `Aba: ${name}`,
  withNews: (name: string) => `Aba com novidade: ${name}`,
  news: 'Novidade',
  unnamed: { public: 'Processo', restricted: 'Processo restrito', confidential: 'Processo sigiloso' } satisfies Record<AccessLevel, string>,
  close: 'Fechar',
  closed: (name: string) => `Aba fechada: ${name}.`,
  undo: 'Desfazer',
}
