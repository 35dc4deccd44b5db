// The bound plan, as `json_serialize_plan` writes it without what is null or default: an index of 0 is left out. Only what lineage
// needs is named here.

export interface PlanType {
  readonly id: string
  readonly type_info?: {
    readonly alias?: string
    readonly width?: number
    readonly scale?: number
    readonly child_type?: PlanType
    readonly child_types?: readonly { readonly first?: string; readonly second: PlanType }[]
  }
}

export interface Binding {
  readonly table_index?: number
  readonly column_index?: number
}

export interface PlanOrder {
  readonly expression: PlanExpression
}

/** An expression; which of the fields there are depends on its class. */
export interface PlanExpression {
  readonly expression_class: string
  readonly type: string
  readonly name?: string
  readonly alias?: string
  readonly return_type?: PlanType
  readonly index?: number
  readonly binding?: Binding
  readonly value?: { readonly is_null?: boolean; readonly value?: unknown }
  readonly child?: PlanExpression
  readonly children?: readonly PlanExpression[]
  readonly left?: PlanExpression
  readonly right?: PlanExpression
  readonly input?: PlanExpression
  readonly lower?: PlanExpression
  readonly upper?: PlanExpression
  readonly case_checks?: readonly {
    readonly when_expr: PlanExpression
    readonly then_expr: PlanExpression
  }[]
  readonly else_expr?: PlanExpression
  /** Of an aggregate. */
  readonly filter?: PlanExpression
  readonly order_bys?: { readonly orders?: readonly PlanOrder[] }
  /** Of a window. */
  readonly filters?: PlanExpression
  readonly partitions?: readonly PlanExpression[]
  readonly orders?: readonly PlanOrder[]
  readonly arg_orders?: readonly PlanOrder[]
  readonly start_expr?: PlanExpression
  readonly end_expr?: PlanExpression
  readonly offset_expr?: PlanExpression
  readonly default_expr?: PlanExpression
}

export interface PlanCondition {
  readonly left: PlanExpression
  readonly right: PlanExpression
  readonly comparison: string
}

/** An operator; which of the fields there are depends on its type. */
export interface PlanNode {
  readonly type: string
  readonly children?: readonly PlanNode[]
  readonly table_index?: number
  /** Only those of EXPRESSION_GET, the rows of `values`, are lists of lists. */
  readonly expressions?: readonly (PlanExpression | readonly PlanExpression[])[]
  readonly projection_map?: readonly number[]
  readonly left_projection_map?: readonly number[]
  readonly right_projection_map?: readonly number[]
  readonly projections?: readonly number[]

  // Scans.
  readonly name?: string
  readonly names?: readonly string[]
  readonly returned_types?: readonly PlanType[]
  readonly chunk_types?: readonly PlanType[]
  readonly expr_types?: readonly PlanType[]
  /** An index above 2^53 is text: a column that no file or table has (`rowid`, `filename`). */
  readonly column_indexes?: readonly { readonly index?: number | string }[]
  readonly projection_ids?: readonly number[]
  readonly projected_input?: readonly number[]
  readonly input_table_types?: readonly PlanType[]
  readonly function_data?: {
    readonly catalog?: string
    readonly schema?: string
    readonly table?: string
    readonly files?: readonly string[]
  }
  readonly parameters?: readonly { readonly value?: unknown }[]

  // Joins.
  readonly join_type?: string
  readonly mark_index?: number
  readonly conditions?: readonly PlanCondition[]
  readonly condition?: PlanExpression
  readonly predicate?: PlanExpression
  readonly duplicate_eliminated_columns?: readonly PlanExpression[]
  readonly delim_flipped?: boolean

  // Aggregates, windows, unnest.
  readonly group_index?: number
  readonly aggregate_index?: number
  readonly groupings_index?: number
  readonly groups?: readonly PlanExpression[]
  readonly grouping_functions?: readonly unknown[]
  readonly window_index?: number
  readonly unnest_index?: number
  readonly pivot_index?: number
  readonly bound_pivot?: {
    readonly group_count?: number
    readonly types: readonly PlanType[]
    readonly aggregates: readonly PlanExpression[]
  }

  // What chooses rows.
  readonly orders?: readonly PlanOrder[]
  readonly distinct_targets?: readonly PlanExpression[]
  readonly order_by?: { readonly orders?: readonly PlanOrder[] }
  readonly limit_val?: { readonly expression?: PlanExpression }
  readonly offset_val?: { readonly expression?: PlanExpression }

  // Common table expressions.
  readonly cte_index?: number
  readonly key_targets?: readonly PlanExpression[]
  readonly union_all?: boolean
}
