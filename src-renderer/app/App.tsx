import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { queryClient } from '../api/client.ts'
import { theme } from '../theme/theme.ts'
import { router } from './router.tsx'

const schemes = localStorageColorSchemeManager({ key: 'trunkline-theme' })

/** All variables of Mantine come from `theme/mantine.css`, so that the page needs no style element of its own. */
export const App = () => (
  <MantineProvider
    theme={theme}
    defaultColorScheme="auto"
    colorSchemeManager={schemes}
    withCssVariables={false}
    withGlobalClasses={false}
  >
    <QueryClientProvider client={queryClient}>
      <Notifications position="bottom-right" limit={3} containerWidth={380} />
      <RouterProvider router={router} />
    </QueryClientProvider>
  </MantineProvider>
)
