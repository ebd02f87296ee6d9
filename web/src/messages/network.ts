/** What is said while the system cannot be reached. */
export const networkMessages = {
  title: 'Sem conexão com o sistema.',
  text: 'Ele é procurado de tempos em tempos, e a tela se atualiza quando ele responder. Não feche esta página: o que você escreveu continua nela. Assinar, enviar e os outros atos com efeito não ficam guardados para depois: faça-os quando a conexão voltar.',
  waiting: (count: number) =>
    count === 1 ? '1 ato espera a conexão e será feito quando ela voltar.' : `${count} atos esperam a conexão e serão feitos quando ela voltar.`,
  tryNow: 'Tentar agora',
  back: 'A conexão voltou.',
}
