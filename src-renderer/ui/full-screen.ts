/** Where the browser allows it; else the wallboard stays in the window. */
export const goFullScreen = () => void document.documentElement.requestFullscreen?.().catch(() => {})
