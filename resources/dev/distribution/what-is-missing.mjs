/**
 * What a Debian package asks for and nobody has said yet, in words; empty: nothing.
 * @param about `homepage` and `maintainer` (`Name <mail>`), each `undefined` where it is not known
 */
export const missingForDeb = ({ homepage, maintainer }) => [
  ...(homepage ? [] : ['a homepage (`homepage` of package.json, or TRUNKLINE_HOMEPAGE)']),
  ...(maintainer ? [] : ['a maintainer with an address (`author` of package.json, or TRUNKLINE_MAINTAINER)']),
]

/** @param manifest package.json @param env of the process */
export const aboutPackage = ({ homepage, author }, env) => ({
  homepage: env.TRUNKLINE_HOMEPAGE ?? homepage,
  maintainer: env.TRUNKLINE_MAINTAINER ?? (author?.email ? `${author.name} <${author.email}>` : undefined),
})

/** Packages that the programs load and an installer would not bring along. */
export const missingPackages = (used, { dependencies }) => used.filter(name => !(name in dependencies))
