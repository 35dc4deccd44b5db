/** The part of daff that is used here; it brings no types of its own. */
declare module 'daff' {
  interface Flags {
    ordered: boolean
  }
  interface Table {
    readonly height: number
  }
  export interface Daff {
    readonly CompareFlags: new () => Flags
    readonly TableView: new (rows: readonly (readonly (string | null)[])[]) => Table
    readonly TableDiff: new (
      alignment: object,
      flags: Flags,
    ) => {
      hilite(output: Table): void
      hasDifference(): boolean
    }
    readonly TerminalDiffRender: new () => { render(table: Table): string }
    compareTables(before: Table, after: Table, flags: Flags): { align(): object }
  }
  const daff: Daff
  export default daff
}
