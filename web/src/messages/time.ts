/** How a moment is said. */
export const timeMessages = {
  at: (day: string, time: string) => `${day} às ${time}`,
}
