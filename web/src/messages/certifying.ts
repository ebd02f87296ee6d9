/** Authentication of a digitized document (DOC-13). */
export const certifyingMessages = {
  act: 'Autenticar',
  title: 'Autenticar documento',
  confirm: 'Autenticar',
  done: 'Documento autenticado.',
  certifyAs: 'Autenticar como',
  wrongPassword: 'A senha não confere. O documento não foi autenticado.',
  meaning:
    'Você declara que o arquivo é cópia fiel do papel que conferiu. A autenticação fica registrada com seu nome, cargo, data e hora.',
  stamps: 'Autenticação',
}
