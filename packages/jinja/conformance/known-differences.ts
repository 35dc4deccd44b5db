const bytes = 'there are no bytes: a template has nothing to do with encoded text'
const undefinedInside = "dbt's undefined shows fields of its own Python class; in btn they are undefined, too"

/** Cases in which btn differs from Jinja2 on purpose: `area: name` and why. */
export const knownDifferences: ReadonlyMap<string, string> = new Map([
  [
    'control: for: for with trailing comma target',
    'Jinja2 takes "in" for the next name after the comma; Python and btn do not',
  ],
  ['errors: values: {{ (-8) ** 0.5 }}', 'there are no complex numbers: an error instead'],
  [
    'errors: syntax: set on something that is no namespace',
    'Jinja2 does not note the line of such a set and names an earlier one',
  ],
  ["errors: values: {{ 'é'.encode('ascii') }}", bytes],
  ["errors: values: {{ 'a'.encode('nope') }}", bytes],
  ['errors: values: {{ (1).to_bytes() }}', bytes],
  ["methods: string find and replace: {{ 'abc'.encode() }}", bytes],
  ["methods: string find and replace: {{ 'é'.encode('utf-8') }}", bytes],
  ["methods: string find and replace: {{ 'abc'.encode('utf-8').decode('utf-8') }}", bytes],
  ["methods: number methods: {{ (255).to_bytes(2, 'big') }}", bytes],
  ['methods: number methods: {{ (1.5).hex() }}', 'floats are not shown in hexadecimal'],
  ['parsing: tolerated: {{ missing.name }}', undefinedInside],
  ['parsing: tolerated: {{ missing.x.name }}', undefinedInside],
  ['parsing: tolerated: {{ missing.hint }}', undefinedInside],
  ['parsing: tolerated: {{ missing.node }}', undefinedInside],
  ['parsing: tolerated: {{ missing.unsafe_callable }}', undefinedInside],
  ['parsing: tolerated: {{ missing.alters_data }}', undefinedInside],
  [
    'parsing: statements: call block',
    'a call block of an undefined macro writes nothing; Jinja2 fails to join what it gives',
  ],
  [
    'sandbox: javascript names: {{ dict.prototype }}',
    "Python makes a generic type of dict['prototype']; types have no items in btn",
  ],
  [
    'templates: extensions: snapshot is no tag of the engine',
    'dbt cuts snapshot blocks out of the file before Jinja2 sees it; btn reads them where they stand',
  ],
])
