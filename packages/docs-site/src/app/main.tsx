import { render } from 'preact'
import { loadData, receiveData } from '../load/load-data.ts'
import { watchPrinting } from './parts/printing.ts'
import { startHistory } from './route/history.ts'
import { App } from './shell/app.tsx'
import { FirstTrouble } from './shell/first-trouble.tsx'
import { followSystem } from './shell/theme.ts'

followSystem()
startHistory()
receiveData()
watchPrinting()
void start()

async function start(): Promise<void> {
  const root = document.getElementById('app')
  if (root === null) return
  try {
    const site = await loadData('site')
    render(<App site={site} />, root)
  } catch (error) {
    render(<FirstTrouble message={error instanceof Error ? error.message : String(error)} />, root)
  }
}
