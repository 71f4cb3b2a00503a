import { type DeskProcess, startDeskProcess } from '../fixtures/desk-process.ts';

/** Server processes over one database, each of which keeps its address when it is started again. */
export class ServerFleet {
  /** Addresses, those of servers that are down included, as a client would have them. */
  readonly urls: readonly string[];
  kills = 0;
  readonly #script: string;
  readonly #place: string;
  readonly #servers: DeskProcess[];

  private constructor(script: string, place: string, servers: DeskProcess[]) {
    this.#script = script;
    this.#place = place;
    this.#servers = servers;
    this.urls = servers.map((server) => server.url);
  }

  static async start(script: string, place: string, count: number): Promise<ServerFleet> {
    const servers = await Promise.all(Array.from({ length: count }, () => startDeskProcess(script, place)));
    return new ServerFleet(script, place, servers);
  }

  /** kill -9 of one server, chosen in turn; it is started again after a moment. */
  async killOne(): Promise<void> {
    const index = this.kills++ % this.#servers.length;
    await this.#servers[index].kill();
    this.#servers[index] = await startDeskProcess(this.#script, this.#place, Number(new URL(this.urls[index]).port));
  }

  async stop(): Promise<void> {
    await Promise.all(this.#servers.map((server) => server.kill()));
  }
}
