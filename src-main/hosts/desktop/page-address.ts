/** The page's own scheme instead of file addresses: it has an origin, headers, and reaches only what is given to it. */
export const scheme = 'app'
export const pageAddress = `${scheme}://trunkline/`

export const isOurPage = (url: string | undefined): boolean => url?.startsWith(pageAddress) ?? false
