import type {
  CompiledQuery,
  DatabaseConnection,
  Dialect,
  Driver,
  Kysely,
  QueryResult,
  TransactionSettings,
} from 'kysely';

/** What a driver's error means; an error without a meaning is returned as it is. */
export type ToDomainError = (error: unknown) => unknown;

/** The dialect with the errors of its driver turned into those of the domain, so that no store knows an engine's codes. */
export function withDomainErrors(dialect: Dialect, toDomainError: ToDomainError): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => new DomainErrorDriver(dialect.createDriver(), toDomainError),
    createIntrospector: (db: Kysely<unknown>) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

class DomainErrorDriver implements Driver {
  readonly #driver: Driver;
  readonly #toDomainError: ToDomainError;

  constructor(driver: Driver, toDomainError: ToDomainError) {
    this.#driver = driver;
    this.#toDomainError = toDomainError;
  }

  init(): Promise<void> {
    return this.#attempt(() => this.#driver.init());
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await this.#attempt(() => this.#driver.acquireConnection());
    return new DomainErrorConnection(connection, (run) => this.#attempt(run));
  }

  beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    return this.#attempt(() => this.#driver.beginTransaction(innerOf(connection), settings));
  }

  commitTransaction(connection: DatabaseConnection): Promise<void> {
    return this.#attempt(() => this.#driver.commitTransaction(innerOf(connection)));
  }

  rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    return this.#attempt(() => this.#driver.rollbackTransaction(innerOf(connection)));
  }

  releaseConnection(connection: DatabaseConnection): Promise<void> {
    return this.#driver.releaseConnection(innerOf(connection));
  }

  destroy(): Promise<void> {
    return this.#driver.destroy();
  }

  async #attempt<T>(run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      throw this.#toDomainError(error);
    }
  }
}

class DomainErrorConnection implements DatabaseConnection {
  readonly inner: DatabaseConnection;
  readonly #attempt: <T>(run: () => Promise<T>) => Promise<T>;

  constructor(inner: DatabaseConnection, attempt: <T>(run: () => Promise<T>) => Promise<T>) {
    this.inner = inner;
    this.#attempt = attempt;
  }

  executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    return this.#attempt(() => this.inner.executeQuery<Row>(query));
  }

  streamQuery<Row>(query: CompiledQuery, chunkSize?: number): AsyncIterableIterator<QueryResult<Row>> {
    return this.inner.streamQuery<Row>(query, chunkSize);
  }
}

function innerOf(connection: DatabaseConnection): DatabaseConnection {
  return connection instanceof DomainErrorConnection ? connection.inner : connection;
}
