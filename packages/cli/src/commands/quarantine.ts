import { command } from './command.ts'

/** What can be done with rejected rows. */
export const quarantineWords = ['list', 'show', 'mend', 'replay'] as const

export const quarantine = command({
  name: 'quarantine',
  summary: 'Look at the rows that loads have rejected, and try them again',
  description:
    'Rows that break the contract of their table are kept with file, line and reasons. "replay" judges them by the contract of today: those that pass go into the table, the others stay; "mend" writes into a row what it should have said.',
  examples: [
    { line: 'btn quarantine list', what: 'how many rows wait, for which reasons' },
    { line: 'btn quarantine show raw.events', what: 'the rows of one table' },
    { line: 'btn quarantine show raw.events --reason missing_client_id --limit -1', what: 'some' },
    {
      line: 'btn quarantine mend raw.orders --where "line_number = 3" --set amount=7',
      what: 'write what a row should have said',
    },
    { line: 'btn quarantine replay raw.events', what: 'after the contract was changed' },
    {
      line: `btn quarantine replay raw.events --where "file like '%0304.csv'"`,
      what: 'some of them',
    },
  ],
  argument: { name: 'list|show|mend|replay', help: 'what to do', words: quarantineWords },
  operand: { name: 'table', help: 'of all but list: a source table, as raw.events' },
  options: {
    reason: {
      kind: 'list',
      value: '<rules...>',
      hasVariable: false,
      help: 'only rows that broke one of these rules',
    },
    where: {
      kind: 'text',
      value: '<sql>',
      hasVariable: false,
      help: "only these rows: SQL over file, line_number, reasons, raw['column'], …",
    },
    set: {
      kind: 'list',
      value: '<column=text...>',
      hasVariable: false,
      help: 'of mend: what columns of the rows should have said',
    },
    text: {
      kind: 'text',
      value: '<line>',
      hasVariable: false,
      help: 'of mend: what the whole line should have been',
    },
    all: {
      kind: 'boolean',
      hasVariable: false,
      help: 'of list and show: also rows that were replayed, or whose file was loaded anew',
    },
    limit: {
      kind: 'number',
      value: '<n>',
      hasVariable: false,
      help: 'rows to show (20); -1 for all',
    },
    output: {
      kind: 'choice',
      value: '<form>',
      choices: ['text', 'json', 'csv'],
      hasVariable: false,
      help: 'form of what is printed (text)',
    },
  },
  run: async (call) => (await import('../quarantine/quarantine.ts')).workOnQuarantine(call),
})
