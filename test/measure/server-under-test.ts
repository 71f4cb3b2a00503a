import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('../../dist/server.js', import.meta.url));

/** A serving process of its own, over folders of its own, started and watched from outside. */
export class ServerUnderTest {
  readonly url: string;
  /** From the start of the process until /readyz said so. */
  readonly readySeconds: number;
  readonly #process: ChildProcess;
  readonly #logged: string[];

  private constructor(url: string, readySeconds: number, process: ChildProcess, logged: string[]) {
    this.url = url;
    this.readySeconds = readySeconds;
    this.#process = process;
    this.#logged = logged;
  }

  /** @param nodeOptions options of Node.js, such as `--cpu-prof` */
  static async start(
    environment: Record<string, string>,
    nodeOptions: readonly string[] = [],
  ): Promise<ServerUnderTest> {
    const started = performance.now();
    const server = spawn(process.execPath, [...nodeOptions, SCRIPT], {
      env: { ...process.env, PORT: '0', HOST: '127.0.0.1', XIAOER_LOG_LEVEL: 'info', ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const logged: string[] = [];
    const url = await addressIn(server.stdout as Readable, logged);
    // Seldom: a start answers this between its own steps, and would be measured with it.
    while (!(await fetch(`${url}/readyz`)).ok) await pause(100);
    return new ServerUnderTest(url, (performance.now() - started) / 1_000, server, logged);
  }

  /** How often the knowledge was built, the start included. */
  get builds(): number {
    return this.#logged.filter((line) => line.includes('units embedded')).length;
  }

  /** Resident memory in MB, as Linux counts it. */
  async residentMegabytes(): Promise<number> {
    const status = await readFile(`/proc/${this.#process.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  }

  /** Milliseconds by which the event loop was late at most since it was asked last. */
  async longestLag(): Promise<number> {
    const metrics = await (await fetch(`${this.url}/metrics`)).text();
    return Number(/event_loop_lag_seconds\{quantile="1"\} (\S+)/.exec(metrics)?.[1]) * 1_000;
  }

  async stop(): Promise<void> {
    const gone = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    await gone;
  }
}

/** The address that the server says it listens at; `logged` is filled with this line and all later ones. */
function addressIn(output: Readable, logged: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: output });
    lines.on('line', (line) => {
      logged.push(line);
      const address = /listening at (http:\/\/[\d.:]+)/.exec(line)?.[1];
      if (address) resolve(address);
    });
    lines.on('close', () => reject(new Error(`the server ended: ${logged.at(-1)}`)));
  });
}
