const plural = (number: number, one: string, many: string) => `${number.toLocaleString('pt-BR')} ${number === 1 ? one : many}`

/** About how long what goes on still takes: files, jobs, pages being read (issue 6 §6). */
export const timeLeft = (seconds: number): string => {
  if (seconds < 60) return 'Falta menos de um minuto.'
  const minutes = Math.ceil(seconds / 60)
  if (minutes < 60) return minutes === 1 ? 'Falta cerca de 1 minuto.' : `Faltam cerca de ${minutes} minutos.`
  const hours = Math.round(minutes / 60)
  return hours === 1 ? 'Falta cerca de 1 hora.' : `Faltam cerca de ${plural(hours, 'hora', 'horas')}.`
}
