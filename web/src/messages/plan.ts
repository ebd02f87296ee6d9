import type { PlanStatus } from '../api/plan'

export const planStatusName: Record<PlanStatus, string> = {
  in_progress: 'Em andamento',
  paused: 'Pausado',
  finished: 'Finalizado',
  problem: 'Problema',
  not_applicable: 'Não se aplica',
  disregarded: 'Desconsiderado',
}

/** The work plan of a process (PRO-26). */
export const planMessages = {
  tab: 'Plano',
  act: 'Plano de trabalho',
  none: 'Este processo não tem plano de trabalho.',
  noChoice: 'O município não cadastrou planos de trabalho.',
  intro: 'O plano ajuda a acompanhar; não impede nenhuma ação.',
  progress: (done: number, total: number) => `${done} de ${total} itens resolvidos`,
  untouched: 'Sem situação',
  begins: (types: string) => `Começa quando se inclui: ${types}`,
  who: (name: string, unit: string, moment: string) => `${name}, ${unit}, ${moment}`,
  document: (number: string) => `Começou com o documento ${number}`,
  change: 'Mudar',
  changeTitle: (item: string) => `Situação de “${item}”`,
  status: 'Situação',
  note: 'Observação',
  save: 'Salvar',
  saved: (item: string, status: string) => `${item}: ${status}.`,
  adopt: 'Adotar plano',
  replace: 'Trocar plano',
  adoptTitle: 'Adotar plano de trabalho',
  replaceTitle: 'Trocar plano de trabalho',
  plan: 'Plano',
  replaceText: 'O plano novo começa do zero. O que foi marcado no atual continua no andamento.',
  replaced: (name: string) => `Plano de trabalho: ${name}.`,
}
