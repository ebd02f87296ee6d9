const plural = (number: number, one: string, many: string) => `${number.toLocaleString('pt-BR')} ${number === 1 ? one : many}`

export const uploadMessages = {
  label: 'Enviar arquivos',
  choose: 'Escolher arquivos',
  drop: 'Arraste os arquivos para cá ou',
  dropHere: 'Solte os arquivos aqui',
  hint: (extensions: string, limit: string) => `Até ${limit} por arquivo. Tipos aceitos: ${extensions}.`,
  smaller: (extension: string, limit: string) => `${extension} (até ${limit})`,
  list: 'Arquivos',
  states: {
    queued: 'Na fila',
    hashing: 'Conferindo o arquivo',
    declaring: 'Preparando o envio',
    sending: 'Enviando',
    inspecting: 'Em verificação',
    accepted: 'Aceito',
    refused: 'Recusado',
    failed: 'Não enviado',
    cancelled: 'Envio cancelado',
  },
  progress: (name: string) => `Andamento de ${name}`,
  progressOfAll: 'Andamento de todos os arquivos',
  far: (settled: number, count: number, sent: string, total: string) =>
    `${settled} de ${plural(count, 'arquivo pronto', 'arquivos prontos')}, ${sent} de ${total} enviados.`,
  percent: (percent: number) => `${percent}%`,
  cancel: 'Cancelar',
  cancelOf: (name: string) => `Cancelar: envio de ${name}`,
  retry: 'Tentar de novo',
  retryOf: (name: string) => `Tentar de novo: envio de ${name}`,
  remove: 'Tirar da lista',
  removeOf: (name: string) => `Tirar da lista: ${name}`,
  accepted: (name: string) => `${name}: aceito.`,
  notAccepted: (name: string, reason: string) => `${name}: ${reason}`,
  refusals: {
    empty: 'O arquivo está vazio (0 byte). Confira se ele foi salvo por inteiro.',
    too_large: (limit: string) => `O arquivo passa do limite de ${limit}.`,
    forbidden_type: (extension: string) =>
      extension
        ? `Arquivos .${extension} não são aceitos. Se puder, converta para PDF.`
        : 'O arquivo não tem extensão no nome (como .pdf), e por isso não é aceito.',
    unreadable: 'Não foi possível ler o arquivo. Ele pode ter sido movido, apagado ou estar aberto em outro programa.',
    connection: 'A conexão caiu durante o envio. Tente de novo.',
    storage: 'O arquivo não foi aceito pelo armazenamento. Tente de novo.',
    mismatch: 'O arquivo chegou diferente do original. Tente de novo.',
    slow: 'A verificação está demorando. Tente de novo em alguns minutos.',
    refused: 'O arquivo foi recusado na verificação.',
  },
}
