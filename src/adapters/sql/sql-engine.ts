/** The databases that the query layer speaks to. */
export type SqlEngine = 'sqlite' | 'postgres';
