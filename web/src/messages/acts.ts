/** Dialogs of the acts on one or many processes (TRA-01 to TRA-07). */
export const sendMessages = {
  title: (count: number, nup: string) => (count === 1 ? `Enviar processo ${nup}` : `Enviar ${count} processos`),
  confirm: (units: number) => (units > 1 ? `Enviar a ${units} unidades` : 'Enviar'),
  units: 'Unidades de destino',
  unitsHint: 'Digite a sigla ou o nome. Pode escolher mais de uma.',
  onlyPassed: 'Mostrar só unidades por onde o processo tramitou',
  unitsMissing: 'Escolha ao menos uma unidade.',
  unitsTooMany: (most: number) => `Cada envio vai a no máximo ${most} unidades. Retire algumas e envie a elas em outro envio.`,
  keepOpen: 'Manter o processo aberto nesta unidade',
  keepOpenHint: 'Sem isto, o processo sai da sua caixa até voltar ou ser reaberto.',
  returnDue: 'Retorno programado',
  noReturn: 'Sem prazo',
  byDate: 'Data certa',
  byDays: 'Dias corridos',
  byBusinessDays: 'Dias úteis',
  returnDate: 'Devolver até',
  returnDays: 'Quantidade de dias',
  returnHint: 'Quem receber verá o prazo na caixa; aqui aparecerá como retorno aguardado.',
  dateMissing: 'Informe uma data a partir de amanhã.',
  daysMissing: 'Informe um número de dias, de 1 a 999.',
  drafts: (count: number, more: boolean) =>
    more
      ? `Há mais de ${count} documentos sem assinatura. Quem receber o processo não poderá lê-los enquanto forem minutas:`
      : count === 1
        ? 'Há 1 documento sem assinatura. Quem receber o processo não poderá lê-lo enquanto for minuta:'
        : `Há ${count} documentos sem assinatura. Quem receber o processo não poderá lê-los enquanto forem minutas:`,
  draftLine: (title: string, number: string, unit: string) => `${title} (${number}), de ${unit}`,
  draftLineOf: (nup: string, line: string) => `Processo ${nup}: ${line}`,
  draftsRest: (count: number) => (count === 1 ? 'e mais 1' : `e mais ${count}`),
  draftsUnknown: 'Não foi possível verificar se há documentos sem assinatura.',
  draftsNotLooked: (most: number) => `As minutas são verificadas nos ${most} primeiros processos escolhidos.`,
  notify: 'Avisar as unidades por e-mail',
  notifyHint: 'O aviso leva só o número e o tipo do processo.',
  notNotified: (units: string[]) =>
    units.length === 1
      ? `${units[0]} não tem e-mail cadastrado e não foi avisada: verá o processo na caixa.`
      : `${units.join(', ')} não têm e-mail cadastrado e não foram avisadas: verão o processo na caixa.`,
  consequence: 'O envio fica registrado no andamento. Pode ser desfeito, em "Tramitações", até a outra unidade receber.',
}

export const assignMessages = {
  title: (count: number, nup: string) => (count === 1 ? `Atribuir processo ${nup}` : `Atribuir ${count} processos`),
  confirm: 'Atribuir',
  user: 'Responsável',
  filter: 'Procurar pelo nome',
  me: (name: string) => `${name} (eu)`,
  nobody: 'Sem responsável',
  current: (name: string) => `Hoje com: ${name}.`,
  missing: 'Escolha um responsável, ou "Sem responsável" para retirar.',
  note: 'Só pessoas da sua unidade. A atribuição não impede que colegas trabalhem no processo.',
}

export const concludeMessages = {
  title: (nup: string) => `Concluir processo ${nup}`,
  confirm: 'Concluir',
  text: 'O processo sai da caixa desta unidade. Continua aberto nas outras em que estiver e pode ser reaberto aqui a qualquer momento.',
}

/** The process coming back by itself to the unit that closes it (TRA-06). */
export const reopenMessages = {
  due: 'Reabertura programada',
  none: 'Não reabrir',
  byDate: 'Reabrir numa data',
  byDays: 'Depois de dias corridos',
  byBusinessDays: 'Depois de dias úteis',
  date: 'Reabrir nesta unidade em',
  days: 'Reabrir depois de quantos dias',
  hint: 'No dia, o processo volta sozinho para a caixa desta unidade.',
}
