import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import { hostFunction, readArguments, toText } from '@btn/jinja'
import type { NameBuilder } from '../context.ts'
import { callersOf, placeOf } from '../relations.ts'
import { metricReference, resolvedMetric } from '../values/metric.ts'

/** `metric('name')`, `metric('package', 'name')`: what is known of a metric, which the node depends on from now on. */
export const metric: NameBuilder = (context) =>
  hostFunction('metric', (args) => {
    const [first, second] = readArguments(args, 'metric', ['name', 'second?'])
    const name = toText(second ?? first ?? null)
    const owner = second === undefined ? undefined : toText(first ?? null)
    const { mode } = context
    if (mode.kind === 'parse') {
      mode.capture.metrics.push({
        name,
        ...(owner !== undefined && { package: owner }),
        place: placeOf(args.callSite),
        ...callersOf(args),
      })
      return metricReference(name, owner)
    }
    const found = mode.linked.findMetric(mode.node, name, owner)
    if (found !== 'disabled' && found?.kind === 'metric')
      return resolvedMetric(found, mode.linked.nodes)
    throw new DiagnosticError(diagnostic('metric-not-found', { name }, { span: args.callSite }))
  })
