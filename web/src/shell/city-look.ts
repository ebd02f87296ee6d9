const WHITE_LUMINANCE = 1
const ENOUGH_CONTRAST = 4.5

/** Whether the city's own colour may take the place of the primary one: white text stays legible on it. */
export const wearable = (color: string) => /^#[0-9a-f]{6}$/i.test(color) && contrastWithWhite(color) >= ENOUGH_CONTRAST

/** WCAG contrast ratio of `#rrggbb` against white, from 1 to 21. */
export function contrastWithWhite(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => linear(parseInt(color.slice(start, start + 2), 16)))
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
  return (WHITE_LUMINANCE + 0.05) / (luminance + 0.05)
}

function linear(channel: number): number {
  const value = channel / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

/** Where the picture of the city's coat of arms is read; null of a city that has none. */
export function addressOfArms(value: string): string | null {
  if (!value) return null
  if (value.startsWith('<svg')) return `data:image/svg+xml,${encodeURIComponent(value)}`
  return /^(\/|data:image\/|https:\/\/)/.test(value) ? value : `/${value}`
}
