import { useEffect } from 'react'
import { wearable } from './city-look'

/** The city's own colour takes the place of the primary one in the light theme. */
export function useTenantColor(color: string): void {
  useEffect(() => {
    const root = document.documentElement
    if (!wearable(color)) {
      root.removeAttribute('data-tenant-color')
      return
    }
    root.style.setProperty('--tenant-color', color)
    root.dataset['tenantColor'] = ''
  }, [color])
}
