import { fileURLToPath } from 'node:url'
import { forecastHere } from '../../../src-main/hosts/forecast/forecast-here.ts'
import { aFolder, anOpenStore, mondayAtTen } from '../../make/workspace.ts'
import { manyLeads } from './many-leads.ts'

const resources = fileURLToPath(new URL('../../../resources', import.meta.url))

/** Seconds from the request to the report, reading among them. */
export async function forecastSeconds(leads: number): Promise<number> {
  const folder = aFolder()
  const store = await anOpenStore(folder.file)
  const campaign = await manyLeads(store, leads, { numbers: 20, settings: { maxConcurrentCalls: 100 } })
  await store.close()
  try {
    const began = performance.now()
    const report = await forecastHere({ file: folder.file, resources, campaign, at: mondayAtTen }, () => {})
    if ('refused' in report) throw new Error(report.message)
    return (performance.now() - began) / 1000
  } finally {
    folder.remove()
  }
}
