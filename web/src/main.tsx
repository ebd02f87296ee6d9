import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { createRoot } from 'react-dom/client'
import { queryClient } from './api/query-client'
import { applyTheme } from './ds/theme'
import { bringScreenEarly } from './entering'
import { router } from './routes'
import './ds/tokens.css'
import './ds/base.css'
import './ds/controls.css'
import './ds/overlays.css'
import './ds/phone.css'

applyTheme()
bringScreenEarly(router)
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => applyTheme())

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <I18nProvider locale="pt-BR">
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </I18nProvider>
    </StrictMode>,
  )
}
