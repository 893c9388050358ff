import { createContext, type ReactNode, useContext } from 'react'
import classes from './Page.module.css'
import { useTitle } from './use-title.ts'

/** What the frame puts at the right end of every header: search, theme, notifications. */
export const PageTools = createContext<ReactNode>(null)

interface PageProps {
  readonly title: string
  /** Steps above the title, as links. */
  readonly path?: ReactNode
  readonly status?: ReactNode
  readonly fact?: ReactNode
  readonly actions?: ReactNode
  readonly tabs?: ReactNode
  /** `panels` scrolls as a page with margins; `bleed` gives the whole room to a table. */
  readonly body?: 'panels' | 'bleed'
  /** Nothing in it takes the focus: it takes it itself, so that keys scroll it. */
  readonly toRead?: boolean
  readonly children: ReactNode
}

export function Page({
  title,
  path,
  status,
  fact,
  actions,
  tabs,
  body = 'panels',
  toRead = false,
  children,
}: PageProps) {
  const tools = useContext(PageTools)
  useTitle(title)
  return (
    <>
      <header className={classes.header}>
        <div className={classes.what}>
          {path && (
            <>
              <span className={classes.path}>{path}</span>
              <span className={classes.slash} aria-hidden="true">
                /
              </span>
            </>
          )}
          <h1 className={classes.title}>{title}</h1>
          {status}
          {fact && <span className={classes.fact}>{fact}</span>}
        </div>
        <div className={classes.right}>
          {actions}
          {tools}
        </div>
      </header>
      {tabs}
      <div
        className={body === 'panels' ? classes.panels : classes.bleed}
        id="content"
        tabIndex={toRead ? 0 : -1}
      >
        {children}
      </div>
    </>
  )
}
