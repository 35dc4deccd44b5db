import { describe, expect, it } from 'vitest'
import type { ColourMode } from '../state.ts'
import { categoriesOf, hasChosen } from './colours.ts'
import type { ProjectGraph } from './project.ts'
import { projectOf } from './test-support.ts'

/** Two models and a seed, of which `orders` has a colour of its own. */
function colouredProject(): ProjectGraph {
  const project = projectOf({ 'seed:raw': [], orders: ['seed:raw'], customers: ['orders'] })
  return { ...project, graph: { ...project.graph, color: [-1, 0, -1], colors: ['#c0ffee'] } }
}

function colours(project: ProjectGraph, mode: ColourMode): readonly string[] {
  const { nameOf, colourOf } = categoriesOf(project, mode)
  return project.names.name.map((_, row) => colourOf(nameOf(row), (property) => property))
}

describe('what the project says of its nodes', () => {
  it('is their colour, and the rest have that of their kind', () => {
    expect(colours(colouredProject(), 'auto')).toEqual(['--kind-seed', '#c0ffee', '--kind-model'])
  })

  it('gives way to kinds when somebody asks for these', () => {
    const byKind = ['--kind-seed', '--kind-model', '--kind-model']
    expect(colours(colouredProject(), 'kind')).toEqual(byKind)
  })

  it('may be nothing', () => {
    const project = projectOf({ 'seed:raw': [], orders: ['seed:raw'] })
    expect(hasChosen(project)).toBe(false)
    expect(colours(project, 'auto')).toEqual(['--kind-seed', '--kind-model'])
  })
})
