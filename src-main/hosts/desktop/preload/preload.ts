import { ipcRenderer } from 'electron'

/** The page asks for its port once per load; the main process answers with one MessagePort, and that is all that crosses. */
ipcRenderer.on('trunkline:port', event => {
  const [port] = event.ports
  if (port) window.postMessage('trunkline:port', window.location.origin, [port])
})

window.addEventListener('message', event => {
  if (event.source === window && event.origin === window.location.origin && event.data === 'trunkline:ready')
    ipcRenderer.send('trunkline:ready')
})
