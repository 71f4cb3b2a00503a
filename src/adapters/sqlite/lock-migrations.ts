/** Nothing is left to do: every transaction of this adapter begins with SQLite's write lock. */
export async function lockMigrations(): Promise<void> {}
