export const providerMessages = {
  or: 'Ou confirme quem você é em outro sistema:',
  title: 'Entrar',
  entering: 'Conferindo quem você é…',
  refused: 'Você desistiu de entrar por lá. Ninguém entrou no sistema.',
  lost: 'Nenhuma entrada começou neste navegador.',
  back: 'Voltar para a tela de entrada',
}
