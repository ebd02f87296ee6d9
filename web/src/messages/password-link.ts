/** Making the own password by a link that came by e-mail (ACC-01, ACC-08). */
export const passwordLinkMessages = {
  forgotPage: 'Esqueci minha senha',
  forgotText:
    'Escreva o seu usuário. Se ele existir, enviaremos ao e-mail do seu cadastro um link para criar nova senha. O link vale por 1 hora e serve uma vez só.',
  login: 'Usuário',
  loginHint: 'Como em ana.lima.',
  loginMissing: 'Informe o seu usuário.',
  send: 'Enviar o link',
  back: 'Voltar para a tela de entrada',
  asked: (login: string) =>
    `Se o usuário ${login} existir e tiver e-mail no cadastro, o link chega em alguns minutos. Confira também a caixa de spam.`,
  notArrived:
    'Não chegou? Espere alguns minutos e peça de novo; depois de alguns pedidos seguidos, espere uma hora. Se o seu e-mail mudou, procure quem cuida do cadastro de usuários.',
  firstPage: 'Criar a sua senha',
  resetPage: 'Criar nova senha',
  checking: 'Conferindo o link…',
  lost: 'Falta o link: abra esta página pelo endereço que veio no e-mail, inteiro.',
  whose: (name: string, login: string) => `${name}, o seu usuário é ${login}.`,
  newPassword: 'Nova senha',
  newPasswordHint:
    'Use ao menos 12 caracteres. Uma frase curta, só sua, é mais segura e mais fácil de lembrar que letras trocadas por números.',
  newPasswordMissing: 'Digite a nova senha.',
  repeat: 'Repita a nova senha',
  repeatDiffers: 'As duas senhas não são iguais.',
  show: 'Mostrar as senhas',
  create: 'Criar a senha',
  ended: 'As sessões que estavam abertas com a senha anterior serão encerradas.',
  done: 'Senha criada. Entre com ela no sistema.',
  enter: 'Entrar no sistema',
  askAnother: 'Pedir outro link',
}

/** What the administration sees of the link of a person (ACC-08). */
export const userLinkMessages = {
  title: 'Senha',
  has: 'A pessoa já tem senha.',
  hasNone: 'A pessoa ainda não tem senha.',
  sendFirst: 'Enviar link de primeiro acesso',
  sendReset: 'Enviar link para nova senha',
  noEmail: 'Para enviar o link que cria a senha, cadastre antes o e-mail da pessoa.',
  confirmTitle: (name: string) => `Enviar link a ${name}`,
  confirmText: (email: string) =>
    `O link vai para ${email} e serve uma vez só. O que foi enviado antes deixa de valer. Quem o usar cria a senha da pessoa: confira o endereço.`,
  send: 'Enviar o link',
  sent: (email: string) => `O link vai para ${email}.`,
  state: {
    waiting: 'O e-mail com o link está na fila de envio.',
    sent: (when: string, until: string) => `Link pedido em ${when}, enviado por e-mail. Vale até ${until}.`,
    late: (when: string, until: string) => `O link pedido em ${when} venceu em ${until} sem ser usado.`,
    refused: (when: string, reason: string) => `O link pedido em ${when} não foi enviado. ${reason}`,
    used: (when: string) => `O último link, pedido em ${when}, já foi usado.`,
  },
}
