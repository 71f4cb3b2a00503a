import { Socket } from 'node:net';
import { type ClientConfig, types } from 'pg';

/** How a PostgreSQL database is reached. */
export interface PostgresOptions {
  /** Connections for queries, of this process; 10 when absent. One more listens for changes. */
  readonly maxConnections?: number;
  /** Milliseconds to wait for a connection; 5000 when absent. */
  readonly connectTimeoutMs?: number;
  /** Milliseconds to wait for other processes' writes; 5000 when absent. */
  readonly lockTimeoutMs?: number;
  /** Milliseconds without a sign of life after which a connection counts as lost; 20 seconds when absent. */
  readonly silenceMs?: number;
  /** Told what an operator should know, such as a lost connection; never what customers wrote. */
  readonly warn?: (message: string) => void;
}

/** No query of this product takes longer; what does is stopped, so that one stuck process cannot hold up the others. */
const LIMITS = { statement_timeout: 15_000, idle_in_transaction_session_timeout: 10_000 };

/** Settings of a connection that serves requests: it gives up rather than wait for ever. */
export function servingConnection(url: string, options: PostgresOptions): ClientConfig {
  const silenceMs = options.silenceMs ?? 20_000;
  const limits = { ...LIMITS, lock_timeout: options.lockTimeoutMs ?? 5_000 };
  return { ...limits, ...patientConnection(url, options), stream: () => socketThatGivesUp(silenceMs) };
}

/** Settings of a connection whose statements may take long. */
export function patientConnection(url: string, options: PostgresOptions): ClientConfig {
  return {
    connectionString: url,
    application_name: 'xiaoer',
    connectionTimeoutMillis: options.connectTimeoutMs ?? 5_000,
    keepAlive: true,
    types: { getTypeParser: (id, format) => (id === types.builtins.INT8 ? Number : types.getTypeParser(id, format)) },
  };
}

/**
 * A peer that vanished without a word (a cable, a firewall) would be waited for during a quarter of an hour. A
 * connection is silent for long only when it is idle, and then it can be opened anew.
 */
function socketThatGivesUp(silenceMs: number): Socket {
  const socket = new Socket();
  socket.setTimeout(silenceMs, () => socket.destroy(new Error('Connection terminated: no sign of life')));
  return socket;
}
