import type { AccessLevel, DocumentState, ProcessState, Routing, SecrecyGrade } from '../api/types'

/** Words that mean the same on every screen. */
export const accessLevelName: Record<AccessLevel, string> = {
  public: 'Público',
  restricted: 'Restrito',
  confidential: 'Sigiloso',
}

export const secrecyGradeName: Record<SecrecyGrade, string> = {
  reserved: 'Reservado',
  secret: 'Secreto',
  top_secret: 'Ultrassecreto',
}

export const processStateName: Record<ProcessState, string> = {
  normal: 'Em andamento',
  suspended: 'Sobrestado',
  annexed: 'Anexado',
  locked: 'Bloqueado',
}

export const documentStateName: Record<DocumentState, string> = {
  draft: 'Minuta',
  signed: 'Assinado',
  filed: 'Arquivo',
  cancelled: 'Cancelado',
}

export const routingStatusName: Record<Routing['status'], string> = {
  waiting_receipt: 'Aguardando recebimento',
  received: 'Recebido',
  returned: 'Devolvido',
  undone: 'Envio desfeito',
  withdrawn: 'Retorno cancelado',
}

export const signalName = {
  document_included: 'Documento novo',
  document_signed: 'Documento assinado',
  marked_unread: 'Não visualizado',
} as const

export const noAssignee = 'Sem responsável'
