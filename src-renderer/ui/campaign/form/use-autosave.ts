import type { UseFormReturnType } from '@mantine/form'
import { useEffect, useRef } from 'react'
import type { Definitions } from '../../../../src-main/contract/settings.ts'
import { groupOf, groups } from './change.ts'
import { problemsOf } from './problems.ts'
import type { Saving } from './use-saving.ts'
import type { Values } from './values.ts'

const pauseMs = 600

/** Keeps a draft as it is filled: after a short rest every part without a problem is saved. */
export function useAutosave(form: UseFormReturnType<Values>, definitions: Definitions, saving: Saving) {
  const latest = useRef(saving)
  latest.current = saving
  const { values } = form
  useEffect(() => {
    const timer = setTimeout(() => {
      const { draft, conflict, changed, save } = latest.current
      if (!draft || conflict) return
      const problems = problemsOf(values, definitions, Date.now())
      const problem = problems['schedule.windows']
      if (problem) form.setFieldError('schedule.windows', problem)
      const wrong = new Set(Object.keys(problems).map(groupOf))
      const right = groups.filter(group => !wrong.has(group))
      if (changed(right).length > 0) void save(right)
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [values, definitions, form.setFieldError])
}
