import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/jetbrains-mono/wght.css'
import '@mantine/core/styles.css'
import '@mantine/dropzone/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './theme/tokens.css'
import './theme/base.css'
import './theme/mantine.css'
import { createRoot } from 'react-dom/client'
import { connect } from './api/link.ts'
import { App } from './app/App.tsx'
import { language } from './text/language.ts'

document.documentElement.lang = language
connect()
const place = document.getElementById('root')
if (!place) throw new Error('index.html has no place for the interface')
createRoot(place).render(<App />)
