const count = (number: number) => number.toLocaleString('pt-BR')
const plural = (number: number, one: string, many: string) => `${count(number)} ${number === 1 ? one : many}`

/** What outlives a request: the list, one job, and asking for the process as PDF or ZIP (PRO-23). */
export const jobMessages = {
  title: 'Meus trabalhos',
  hint: 'O que demora continua aqui mesmo que você feche a página. O arquivo pronto fica guardado por sete dias.',
  list: 'Trabalhos que você pediu, do mais novo ao mais antigo',
  emptyTitle: 'Nenhum trabalho',
  emptyText: 'O PDF ou o ZIP de um processo e os atos em muitos processos aparecem aqui.',
  loadMore: 'Mostrar mais',
  what: 'Trabalho',
  state: 'Situação',
  unit: 'Unidade',
  askedAt: 'Pedido em',
  file: 'Arquivo',
  states: {
    waiting: 'Na fila',
    running: 'Em andamento',
    done: 'Concluído',
    failed: 'Não concluído',
    cancelled: 'Cancelado',
  },
  itemStates: { waiting: 'Na fila', done: 'Feito', failed: 'Não feito', left_out: 'De fora' },
  progress: 'Andamento do trabalho',
  far: (settled: number, total: number) => `${count(settled)} de ${plural(total, 'item', 'itens')}`,
  closing: (done: number, total: number) => `Montando o arquivo: ${count(done)} de ${count(total)}`,
  queued: 'O trabalho está na fila e começa em instantes.',
  leave: 'Você pode sair desta página: o trabalho continua.',
  summary: (done: number, failed: number, out: number) =>
    [
      done ? plural(done, 'item feito', 'itens feitos') : 'Nenhum item feito',
      failed ? plural(failed, 'não feito', 'não feitos') : '',
      out ? plural(out, 'de fora', 'de fora') : '',
    ]
      .filter(Boolean)
      .join(', ') + '.',
  cancel: 'Cancelar trabalho',
  cancelled: 'Trabalho cancelado.',
  fetch: 'Baixar o arquivo',
  fetchNamed: (name: string) => `Baixar ${name}`,
  size: (bytes: number) => {
    const megabytes = bytes / 1024 ** 2
    return megabytes < 1 ? `${count(Math.ceil(bytes / 1024))} KB` : `${count(Math.round(megabytes * 10) / 10)} MB`
  },
  gone: 'O arquivo já foi apagado. Peça-o de novo.',
  toProcess: 'Abrir o processo',
  toDocument: 'Abrir o documento',
  toList: 'Meus trabalhos',
  items: 'Resultado de cada item',
  item: 'Item',
  result: 'Resultado',
  why: 'Motivo',
  show: 'Mostrar',
  all: 'Todos',
  troubled: 'Só os não feitos e os de fora',
  noTrouble: 'Todos os itens foram feitos.',
}

export const copyMessages = {
  act: 'Gerar PDF ou ZIP…',
  title: (nup: string) => `Gerar cópia do processo ${nup}`,
  confirm: 'Gerar',
  started: 'A cópia está sendo gerada.',
  format: 'Formato',
  pdf: 'PDF',
  pdfHint: 'Um só arquivo para ler e imprimir, com índice, marcadores e o número da folha em cada página.',
  zip: 'ZIP',
  zipHint: 'Cada documento no seu arquivo, com o histórico do processo e o que é preciso para conferi-lo sem rede.',
  documents: 'Documentos',
  all: 'Todos os que você pode ver',
  some: 'Só os que eu escolher',
  choose: 'Documentos do processo',
  more: 'Mostrar mais documentos',
  chosen: (number: number) => plural(number, 'documento escolhido', 'documentos escolhidos'),
  noneChosen: 'Escolha ao menos um documento.',
  attach: 'Anexar ao PDF o original de cada documento assinado',
  attachHint: 'As assinaturas se conferem no original: juntar as páginas num só PDF as desfaz.',
  leftOut: 'Ficam fora do PDF, e o índice diz quais: imagens, áudios, vídeos, outros arquivos, documentos cancelados e minutas de outras unidades.',
  leftOutZip: 'Ficam fora do ZIP, e a lista diz quais: documentos cancelados e minutas de outras unidades.',
}
