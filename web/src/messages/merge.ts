/** Um documento em vários processos (DOC-09). */
export const mergeMessages = {
  page: 'Documento em vários processos',
  intro:
    'Cria uma minuta em cada processo da lista, com o texto de um documento que serve de modelo. Nada é criado antes de você ver o relatório.',
  type: 'Tipo dos documentos',
  chooseType: 'Escolha o tipo',
  typeMissing: 'Escolha o tipo.',
  model: 'Número do documento modelo',
  modelHint: 'No modelo, escreva entre chaves duplas o que muda de um processo para outro: {{nome}}, {{valor}}.',
  modelMissing: 'Digite o número do documento que serve de modelo.',
  description: 'Descrição',
  rows: 'Processos',
  rowsHint:
    'Um número por linha, ou uma planilha copiada: a primeira linha com o nome das colunas, uma delas “processo”, e as outras com os nomes usados no modelo.',
  rowsMissing: 'Cole a lista dos processos ou escolha o arquivo CSV.',
  file: 'Ou o arquivo CSV',
  fileHint: 'Até 500 linhas.',
  check: 'Conferir a lista',
  report: 'Relatório',
  fields: (names: string[]) => `Campos do modelo: ${names.join(', ')}.`,
  noFields: 'O modelo não tem campos: o texto será o mesmo em todos.',
  unused: (names: string[]) => `Colunas que o modelo não usa: ${names.join(', ')}.`,
  ready: (ready: number, total: number) =>
    ready === total ? `Todas as ${total} linhas estão prontas.` : `${ready} de ${total} linhas estão prontas. As outras ficam de fora.`,
  line: 'Linha',
  process: 'Processo',
  result: 'Situação',
  good: 'Pronta',
  create: (count: number) => (count === 1 ? 'Criar 1 documento' : `Criar ${count} documentos`),
  nothing: 'Nenhuma linha pode ser feita.',
}
