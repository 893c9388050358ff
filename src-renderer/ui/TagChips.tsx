import classes from './TagChips.module.css'

const mostShown = 2

/** Two tags and "+N"; all of them are read out. */
export function TagChips({ tags }: { tags: readonly { readonly id: number; readonly name: string }[] }) {
  if (tags.length === 0) return null
  const rest = tags.slice(mostShown)
  const names = rest.map(({ name }) => name).join(', ')
  return (
    <>
      <span className={classes.tags} title={tags.map(({ name }) => name).join(', ')}>
        {tags.slice(0, mostShown).map(({ id, name }) => (
          <span key={id} className={classes.tag}>
            {name}
          </span>
        ))}
      </span>
      {rest.length > 0 && (
        <span className={classes.more} title={names}>
          <span aria-hidden="true">+{rest.length}</span>
          <span className="unseen">, {names}</span>
        </span>
      )}
    </>
  )
}
