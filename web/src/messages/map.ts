import type { NoticeState } from '../api/path'
import type { Routing } from '../api/types'

/** The map of a process: the drawing and the same in a table. */
export const mapMessages = {
  open: 'Ver mapa',
  openHint: 'Todo o caminho do processo, também o que já terminou.',
  title: (nup: string) => `Mapa do processo ${nup}`,
  close: 'Fechar',
  where: 'Com quem está',
  nowhere: 'Concluído em todas as unidades.',
  here: (unit: string, day: string) => `${unit}, desde ${day}`,
  notReceived: 'ainda não recebido',
  awaited: 'O que se aguarda',
  nothingAwaited: 'Nada: tudo o que foi enviado foi recebido, e nenhum retorno está pendente.',
  drawing: 'Caminho percorrido',
  drawingText: (units: number, steps: number) =>
    `Desenho com ${units === 1 ? '1 unidade' : `${units} unidades`} e ${steps === 1 ? '1 envio' : `${steps} envios`}; a tabela abaixo diz o mesmo.`,
  neverSent: 'O processo ainda não foi enviado a outra unidade.',
  isOpen: 'aberto',
  isClosed: 'concluído',
  never: 'envio desfeito',
  legend: { arrived: 'recebido', waiting: 'aguarda recebimento', overdue: 'retorno vencido', undone: 'desfeito' },
  table: 'Envios, do mais antigo ao mais novo',
  sentAt: 'Enviado em',
  from: 'De',
  to: 'Para',
  receivedAt: 'Recebido em',
  returnDue: 'Retorno até',
  state: 'Situação',
  none: '–',
  status: {
    waiting_receipt: 'Aguardando recebimento',
    received: 'Recebido',
    returned: 'Devolvido',
    withdrawn: 'Devolução dispensada',
    undone: 'Desfeito',
  } satisfies Record<Routing['status'], string>,
  overdue: 'Retorno vencido',
  units: 'Unidades por onde passou',
  unit: 'Unidade',
  since: 'Última chegada',
  leftAt: 'Concluiu em',
  notice: (state: NoticeState, reason: string | null) =>
    ({
      waiting: 'Aviso por e-mail na fila',
      sending: 'Aviso por e-mail saindo',
      sent: 'Aviso por e-mail enviado',
      refused: `Aviso por e-mail recusado${reason ? `: ${reason}` : ''}`,
      unconfirmed: 'Aviso por e-mail não confirmado: pode ou não ter chegado',
    })[state],
  incomplete: 'O processo tramitou vezes demais para um desenho: aqui está só o que ainda se aguarda. O andamento tem tudo.',
}
