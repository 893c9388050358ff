import { ipcRenderer } from 'electron'

// All that crosses into the page: one port to the engine per load. It is asked for once the page's scripts listen.
window.addEventListener('load', () => ipcRenderer.send('trunkline:ready'), { once: true })

ipcRenderer.on('trunkline:port', event =>
  window.postMessage('trunkline:port', window.location.origin, [...event.ports]),
)
