import { render } from 'preact'
import { loadData, receiveData } from '../load/load-data.ts'

async function start(): Promise<void> {
  receiveData()
  const site = await loadData('site')
  const root = document.getElementById('app')
  if (root) render(<h1>{site.title}</h1>, root)
}

void start()
