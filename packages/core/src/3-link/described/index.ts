import type { ProjectFile } from '../../1-load/index.ts'
import type { DescribedPatch } from '../../2-parse/properties/index.ts'
import type { Lookup } from '../../context/lookup.ts'
import type { DescribedNode } from '../../types/index.ts'
import type { Linking } from '../linking.ts'
import type { GrowingLookup } from '../resolve.ts'
import { makeExposure } from './exposures.ts'
import { linkOsi } from './osi.ts'
import { makeMetric } from './metrics.ts'
import { DescribedParents } from './parents.ts'
import { makeSavedQuery } from './saved-queries.ts'
import { makeOfModel, makeSemanticModel } from './semantic-models.ts'

/** Exposures, metrics, semantic models and saved queries. They need the other nodes to be known; disabled ones have no parents. */
export function linkDescribed(linking: Linking, lookup: GrowingLookup): readonly DescribedNode[] {
  const made = [...makeAll(linking, lookup), ...linkOsi(linking)]
  for (const node of made) {
    if (node.kind === 'metric') lookup.learnMetric(node, node.config['enabled'] === false)
  }
  const parents = new DescribedParents(linking, lookup, made)
  return made.map((node) => (node.config['enabled'] === false ? node : parents.complete(node)))
}

function* makeAll(linking: Linking, lookup: Lookup): Iterable<DescribedNode> {
  for (const [file, { models, described }] of linking.parsed.properties) {
    for (const patch of models) {
      const { semantic_model: own, metrics } = patch.extra
      if (own || metrics) yield* makeOfModel(linking, file, { patch, lookup })
    }
    for (const patch of described) yield* makeEntry(linking, file, patch)
  }
}

function makeEntry(
  linking: Linking,
  file: ProjectFile,
  patch: DescribedPatch,
): readonly DescribedNode[] {
  const definition = { linking, file, patch }
  switch (patch.key) {
    case 'exposures':
      return [makeExposure(definition)]
    case 'metrics':
      return [makeMetric(definition)]
    case 'semantic_models':
      return makeSemanticModel(definition)
    case 'saved_queries':
      return [makeSavedQuery(definition)]
  }
}
