import type { Value } from '@btn/jinja'
import type { Context, RunMode } from '../context.ts'
import { RelationValue } from '../values/relation.ts'
import {
  callMacro,
  emptyList,
  nothing,
  part,
  running,
  toRelation,
  type Method,
} from './adapter-method.ts'

export async function findRelation(
  context: Context,
  args: readonly (Value | undefined)[],
): Promise<Value> {
  const [database, schema, identifier] = args.map(part)
  const wanted = { database: database ?? '', schema: schema ?? '', name: identifier ?? '' }
  const found = await running(context).session.relations.find(wanted)
  if (!found) return null
  return new RelationValue(context.invocation.dialect, {
    database: found.database,
    schema: found.schema,
    identifier: found.name,
    type: found.type,
  })
}

const byRelation: Pick<Method, 'parameters' | 'atParse'> = {
  parameters: ['relation'],
  atParse: nothing,
}

function cacheMethod(
  parameters: readonly string[],
  change: (mode: RunMode, args: readonly (Value | undefined)[]) => void,
): Method {
  return {
    parameters,
    call: (context, args) => {
      if (context.mode.kind === 'run') change(context.mode, args)
      return ''
    },
  }
}

/** Methods of `adapter` that look for relations and schemas, make and drop them. */
export const relationMethods: Readonly<Record<string, Method>> = {
  get_relation: {
    parameters: ['database', 'schema', 'identifier'],
    atParse: nothing,
    call: (context, args) => findRelation(context, args),
  },
  load_relation: {
    ...byRelation,
    call: (context, [relation]) => {
      const { database, schema, identifier } = toRelation(relation).fields
      return findRelation(context, [database ?? '', schema ?? '', identifier ?? ''])
    },
  },
  list_relations: {
    parameters: ['database', 'schema'],
    atParse: emptyList,
    call: async (context, [database, schema]) => {
      const found = await running(context).session.relations.list(part(database), part(schema))
      return found.map(
        (relation) =>
          new RelationValue(context.invocation.dialect, {
            database: relation.database,
            schema: relation.schema,
            identifier: relation.name,
            type: relation.type,
          }),
      )
    },
  },
  list_relations_without_caching: {
    parameters: ['schema_relation'],
    atParse: emptyList,
    call: (context, [relation], call) =>
      callMacro(context, 'list_relations_without_caching', [toRelation(relation)], call),
  },
  list_schemas: {
    parameters: ['database'],
    atParse: emptyList,
    call: async (context, [database]) => [
      ...(await running(context).session.listSchemas(part(database))),
    ],
  },
  check_schema_exists: {
    parameters: ['database', 'schema'],
    atParse: () => false,
    call: async (context, [database, schema]) => {
      const names = await running(context).session.listSchemas(part(database))
      return names.some((name) => name.toLowerCase() === part(schema).toLowerCase())
    },
  },
  create_schema: {
    ...byRelation,
    call: async (context, [relation], call) => {
      await callMacro(
        context,
        'create_schema',
        [toRelation(relation).with({ identifier: undefined })],
        call,
      )
      // As dbt: a schema is there for others at once.
      await running(context).session.commit()
      return ''
    },
  },
  drop_schema: {
    ...byRelation,
    call: async (context, [relation], call) => {
      const value = toRelation(relation)
      await callMacro(context, 'drop_schema', [value], call)
      await running(context).session.commit()
      running(context).session.relations.dropSchema(
        value.fields.database ?? '',
        value.fields.schema ?? '',
      )
      return ''
    },
  },
  drop_relation: {
    ...byRelation,
    call: async (context, [relation], call) => {
      const value = toRelation(relation)
      running(context).session.relations.drop(value.toRelation())
      await callMacro(context, 'drop_relation', [value], call)
      return ''
    },
  },
  truncate_relation: {
    ...byRelation,
    call: async (context, [relation], call) => {
      await callMacro(context, 'truncate_relation', [toRelation(relation)], call)
      return ''
    },
  },
  rename_relation: {
    parameters: ['from_relation', 'to_relation'],
    atParse: nothing,
    call: async (context, [from, to], call) => {
      const [source, target] = [toRelation(from), toRelation(to)]
      running(context).session.relations.rename(source.toRelation(), target.toRelation())
      await callMacro(context, 'rename_relation', [source, target], call)
      return ''
    },
  },
  cache_added: cacheMethod(['relation'], (mode, [relation]) =>
    mode.session.relations.add(toRelation(relation).toRelation()),
  ),
  cache_dropped: cacheMethod(['relation'], (mode, [relation]) =>
    mode.session.relations.drop(toRelation(relation).toRelation()),
  ),
  cache_renamed: cacheMethod(['from_relation', 'to_relation'], (mode, [from, to]) =>
    mode.session.relations.rename(toRelation(from).toRelation(), toRelation(to).toRelation()),
  ),
}
