const count = (number: number) => number.toLocaleString('pt-BR')
const processes = (number: number) => (number === 1 ? '1 processo' : `${count(number)} processos`)

/** The same act on many processes, as a job whose progress stays on the screen (demands 4). */
export const bulkJobMessages = {
  region: 'Atos em muitos processos',
  started: (number: number) => `Pedido registrado para ${processes(number)}. O andamento aparece no alto da página.`,
  tooMany: (most: number) => `Escolha até ${count(most)} processos de cada vez.`,
  all: (number: number) => (number === 1 ? 'O processo foi feito.' : `Os ${count(number)} processos foram feitos.`),
  failedList: 'Processos que faltaram',
  more: 'Há outros que faltaram. Veja o trabalho inteiro.',
  retry: 'Tentar de novo os que faltaram',
  see: 'Ver resultado de cada processo',
  close: 'Dispensar',
  cancel: 'Parar',
  stopped: 'O trabalho parou antes do fim. O que já estava feito continua feito.',
}

/** Choosing rows of any list. */
export const choiceMessages = {
  select: (name: string) => `Selecionar ${name}`,
  selectAll: 'Selecionar todos os carregados',
  selected: (number: number) => (number === 1 ? '1 selecionado' : `${count(number)} selecionados`),
  clear: 'Limpar seleção',
  everything: (most: number) => `Selecionar todos da lista (até ${count(most)})`,
  loading: 'Carregando a lista…',
  cut: (most: number) => `São ${count(most)} de cada vez: a lista tem outros, que não estão selecionados.`,
  acts: 'Ações para os selecionados',
}

/** The menu "Mais": one or many processes. */
export const moreMessages = {
  more: 'Mais',
  sections: {
    record: 'Registrar e mudar dados',
    unit: 'Organizar na unidade',
    routing: 'Envios e retornos',
    others: 'Ligar a outros processos',
    flow: 'Fluxo do processo',
    stop: 'Parar ou encerrar',
  },
  progress: 'Atualizar andamento…',
  acknowledge: 'Dar ciência…',
  conclude: 'Concluir e reabrir em uma data…',
  suspend: 'Sobrestar…',
  unread: 'Marcar como não visualizado',
  block: 'Incluir em bloco…',
  follow: 'Acompanhar…',
  favourite: 'Incluir nos favoritos…',
  checklist: 'Lista de verificação…',
  remark: 'Observação da unidade…',
  access: 'Nível de acesso…',
  relate: 'Relacionar a outro processo…',
  unrelate: 'Desfazer relacionamento…',
  annex: 'Anexar a outro processo…',
  undo_sending: 'Desfazer envio…',
  extend_return: 'Prorrogar retorno…',
  withdraw_return: 'Cancelar retorno…',
  complete_step: 'Concluir etapa do fluxo…',
  pause_flow: 'Pausar fluxo…',
  resume_flow: 'Retomar fluxo…',
  cancel_flow: 'Cancelar fluxo…',
  delete: 'Excluir processo…',
  unannex: 'Desanexar…',
  lock: 'Bloquear…',
  unlock: 'Desbloquear…',
  marked: (number: number) => (number === 1 ? 'Processo marcado como não visualizado.' : `${processes(number)} marcados como não visualizados.`),
}
