/** Content-Disposition that saves under a name in any script (RFC 6266 section 4.3, RFC 8187 section 3.2). */
export const attachment = (name: string): string =>
  `attachment; filename="${name.replace(/[^ !#-$&-[\]-~]/g, '_')}"; filename*=UTF-8''${encoded(name)}`

const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
