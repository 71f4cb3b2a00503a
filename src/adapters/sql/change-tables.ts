/** One row that counts all events ever stored; raising it in a transaction also puts appends in a single file. */
export interface ChangeCounterTable {
  id: 1;
  value: number;
}

/** The tables of the change feed as kysely sees them. */
export interface ChangeTables {
  change_counter: ChangeCounterTable;
}
