export const signingMessages = {
  titleOne: 'Assinar documento',
  titleMany: (count: number) => `Assinar ${count} documentos`,
  documents: 'Documentos',
  signAs: 'Assinar como',
  unit: 'Unidade',
  roleTitle: 'Cargo ou função',
  chooseRoleTitle: 'Escolha o cargo ou a função',
  otherRoleTitle: 'Outro: escrever',
  writtenRoleTitle: 'Escreva o cargo ou a função',
  roleTitleRequired: 'Escolha com que cargo ou função você assina.',
  password: 'Sua senha',
  passwordHint: 'A mesma senha de entrada no sistema.',
  passwordRequired: 'Digite a sua senha.',
  wrongPassword: 'A senha não confere. Digite de novo.',
  showPassword: 'Mostrar a senha',
  consequenceOne:
    'A sua assinatura eletrônica tem valor legal e fica registrada com seu nome, cargo, data e hora. Depois que outra unidade abrir o documento, ele não pode mais ser alterado.',
  consequenceMany:
    'A sua assinatura eletrônica tem valor legal e fica registrada em cada documento com seu nome, cargo, data e hora. Depois que outra unidade abrir um documento, ele não pode mais ser alterado.',
  confirmOne: 'Assinar',
  confirmMany: (count: number) => (count === 1 ? 'Assinar 1 documento' : `Assinar ${count} documentos`),
  cancel: 'Cancelar',
  close: 'Fechar',
  states: {
    waiting: 'A assinar',
    signing: 'Assinando…',
    signed: 'Assinado',
    changed: 'Não assinado: o documento mudou depois que você o abriu. Leia de novo antes de assinar.',
    failed: 'Não assinado',
  },
  again: 'Conferi o novo texto: assinar',
  readAgain: 'Abrir o documento',
  progress: (done: number, total: number) => `${done} de ${total} documentos assinados.`,
  doneOne: 'Documento assinado.',
  doneMany: (count: number) => `${count} documentos assinados.`,
  tooManyAttempts: (minutes: number) =>
    minutes <= 1
      ? 'Muitas tentativas seguidas. Aguarde um minuto antes de tentar de novo.'
      : `Muitas tentativas seguidas. Aguarde ${minutes} minutos antes de tentar de novo.`,
}
