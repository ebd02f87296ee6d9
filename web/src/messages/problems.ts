/** What a clerk reads when a request fails; codes come from the API, the ones below override its sentence. */
export const problemMessages: Record<string, string> = {
  network: 'Sem conexão com o servidor. Verifique a rede e tente de novo; nada do que você escreveu se perdeu.',
  service_unavailable: 'O sistema está ocupado neste momento. Tente de novo em alguns instantes.',
  internal_error: 'Algo falhou no servidor e a equipe técnica foi avisada. Tente de novo em alguns instantes.',
  invalid_credentials: 'Usuário ou senha não conferem. Confira e tente de novo.',
  too_many_attempts: 'Muitas tentativas seguidas. Aguarde alguns minutos antes de tentar de novo.',
  session_required: 'Entre no sistema para continuar.',
  session_expired: 'Sua sessão terminou. Entre de novo para continuar de onde parou.',
  not_found: 'Não encontramos o que você procura, ou você não tem acesso.',
  process_changed: 'O processo mudou enquanto você trabalhava. Atualizamos a tela; confira e tente de novo.',
  unknown: 'Não foi possível concluir a operação. Tente de novo.',
}

export const fieldProblemTitle = 'Confira os campos indicados.'
