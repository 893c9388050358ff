/**
 * Content-Security-Policy of every page, in the window and in the browser: everything from ourselves, nothing else.
 * Styles may be inline because the component library writes its theme into the page; scripts may not.
 */
export const pagePolicy = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'font-src': ["'self'", 'data:'],
  'img-src': ["'self'", 'data:', 'blob:'],
  'media-src': ["'self'", 'blob:'],
  'connect-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
} satisfies Readonly<Record<string, string[]>>

export const pagePolicyHeader: string = Object.entries(pagePolicy)
  .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
  .join('; ')
