export const retentionMessages = {
  page: 'Guarda de dados',
  intro:
    'Por quanto tempo cada dado é guardado, por qual lei e quem o apaga depois. Vencido o prazo, o sistema apaga sozinho: ninguém precisa lembrar (LGPD, arts. 15 e 16).',
  table: 'Regras de guarda',
  columns: { what: 'Dado', period: 'Prazo', basis: 'Fundamento', means: 'Como sai' },
  since: (period: string, since: string) => `${period}, a contar ${since}`,
  chosen: 'A prefeitura pode escolher outro.',
  backups: 'As cópias de segurança do banco de dados guardam por mais 35 dias o que já foi apagado dele.',
}
