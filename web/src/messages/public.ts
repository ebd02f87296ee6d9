export const publicMessages = {
  pageTitle: 'Conferir a autenticidade de um documento',
  intro: 'Digite os dois códigos impressos no rodapé do documento, ao lado do código QR. Não é preciso ter senha.',
  verifier: 'Código verificador',
  verifierHint: 'Só algarismos. Por exemplo: 0977785',
  crc: 'Código CRC',
  crcHint: '8 letras e algarismos. Por exemplo: 8CC0D39D',
  check: 'Conferir',
  checking: 'Conferindo…',
  verifierMissing: 'Digite o código verificador: 7 ou mais algarismos.',
  crcMissing: 'Digite o código CRC: 8 letras (de A a F) e algarismos.',

  authentic: 'Documento autêntico',
  authenticText: (tenant: string) =>
    tenant
      ? `Este documento foi assinado no sistema da ${tenant} e o conteúdo não mudou depois da assinatura.`
      : 'Este documento foi assinado neste sistema e o conteúdo não mudou depois da assinatura.',
  training: 'Ambiente de treinamento — sem valor legal',
  trainingResult: 'Documento de treinamento — sem valor legal',
  trainingText:
    'Este documento foi feito para treinar, com dados inventados. Não vale como documento da prefeitura; o conteúdo não mudou depois da assinatura.',
  facts: 'Dados do documento',
  type: 'Documento',
  number: 'Número',
  process: 'Processo',
  unit: 'Unidade',
  agency: 'Órgão',
  signedAt: 'Assinado em',
  digest: 'Resumo do texto (SHA-256)',
  signatures: 'Assinaturas',
  signature: (role: string, unit: string, when: string) => `${role}, ${unit}. Assinado em ${when}.`,
  content: 'Conteúdo',
  frameTitle: 'Texto do documento conferido',
  openPdf: 'Abrir o PDF',
  contentUnavailable: 'O conteúdo deste documento não é público.',

  compare: 'Comparar com um arquivo seu',
  compareText:
    'Escolha o PDF que você recebeu. A comparação é feita aqui, no seu aparelho: o arquivo não é enviado a ninguém.',
  byFile: 'Ou confira pelo arquivo',
  byFileText:
    'Escolha o PDF que você recebeu. O sistema calcula aqui, no seu aparelho, um resumo dele e pergunta só por esse resumo: o arquivo não é enviado a ninguém.',
  unknownFile:
    'Este arquivo não é, byte por byte, um documento assinado aqui. Se ele foi impresso, digitalizado ou salvo por outro programa, confira pelos códigos impressos no rodapé.',
  fileCurrent: 'O seu arquivo é idêntico ao documento registrado.',
  fileEarlier: 'O seu arquivo é autêntico, mas é de antes da última assinatura. O documento completo está abaixo.',
  levels: { simple: 'Assinatura simples', advanced: 'Assinatura avançada', qualified: 'Assinatura qualificada' },
  methods: {
    password: 'com usuário e senha',
    certificate: 'com certificado digital da ICP-Brasil',
    govbr: 'com a conta gov.br',
  },
  certificate: (issuer: string, serial: string) => `Certificado nº ${serial}, emitido por ${issuer}.`,
  timestamp: (when: string) => `Carimbo do tempo: ${when}.`,
  openSigned: 'Baixar o PDF com as assinaturas dentro',
  proof: 'Prova técnica',
  sealGood: 'Selo conferido neste aparelho: o registro desta assinatura não foi alterado.',
  sealBad: 'O selo desta assinatura NÃO confere. Avise o órgão que emitiu o documento.',
  sealUnknown: 'Não foi possível conferir o selo neste aparelho.',
  proofEntry: 'Registro no histórico do processo',
  proofEntryValue: (entry: number, hash: string) => `nº ${entry}, SHA-256 ${hash}`,
  proofRecord: 'Registro da assinatura (SHA-256)',
  proofKey: 'Chave pública',
  chooseFile: 'Escolher arquivo PDF',
  noFile: 'Nenhum arquivo escolhido',
  dropHere: 'ou arraste o arquivo até aqui',
  comparing: 'Comparando…',
  sameFile: (name: string) => `“${name}” é idêntico ao arquivo registrado.`,
  otherFile: (name: string) =>
    `“${name}” não é idêntico ao arquivo registrado. Ele pode ter sido alterado, impresso e digitalizado de novo ou salvo por outro programa. Confira o texto dele com o documento mostrado aqui.`,
  fileDigest: (digest: string) => `Resumo SHA-256 do seu arquivo: ${digest}`,
  unreadable: 'Não foi possível ler o arquivo. Escolha de novo.',

  notFound:
    'Nenhum documento assinado com estes códigos. Confira se digitou como está impresso: é comum trocar a letra O pelo zero.',
  tooMany: (minutes: number) =>
    minutes <= 1
      ? 'Muitas consultas seguidas. Aguarde um minuto e tente de novo.'
      : `Muitas consultas seguidas. Aguarde ${minutes} minutos e tente de novo.`,
  offline: 'Sem conexão com o servidor. Verifique a internet e tente de novo.',
  failed: 'O sistema está ocupado neste momento. Tente de novo em alguns instantes.',
  again: 'Conferir outro documento',
  ledger: 'Registro público de atos: a prova de que o histórico dos processos não é alterado',
}
