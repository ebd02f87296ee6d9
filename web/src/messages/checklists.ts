/** What the unit has to see to in a process, and its ready-made lists (demands 1). */
export const checklistMessages = {
  title: 'Lista de verificação',
  progress: (done: number, total: number) => `${done} de ${total} feitos`,
  empty: 'Nada a conferir ainda. Escreva o primeiro item ou use uma lista pronta.',
  doneBy: (name: string, when: string) => `Feito por ${name}, ${when}`,
  drop: 'Retirar',
  dropOf: (text: string) => `Retirar da lista: ${text}`,
  item: 'Novo item',
  add: 'Incluir item',
  missing: 'Escreva um item ou escolha uma lista pronta.',
  use: 'Usar lista pronta',
  template: 'Lista pronta',
  noTemplate: 'Nenhuma',
  manage: 'Listas prontas da unidade',
}

export const templateMessages = {
  page: 'Listas de verificação da unidade',
  intro: 'Listas prontas para usar nos processos. Mudar uma lista aqui não muda os processos em que ela já foi usada.',
  empty: 'A unidade ainda não tem listas prontas. Escolha Nova lista para escrever a primeira.',
  add: 'Nova lista',
  name: (place: number) => `Nome da lista ${place}`,
  items: (place: number) => `Itens da lista ${place}`,
  itemsHint: 'Um item por linha, até 40.',
  nameMissing: 'Dê um nome à lista.',
  itemsMissing: 'Escreva ao menos um item.',
  remove: 'Excluir lista',
  removeOf: (name: string) => `Excluir lista ${name}`,
  save: 'Salvar',
  saved: 'Listas salvas.',
}
