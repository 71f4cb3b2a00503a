import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, FlakyNetwork } from './flaky-network.ts';
import type { Latencies } from './latencies.ts';
import { LiveView } from './live-view.ts';
import type { SeenLine } from './simulated-customer.ts';

/** A hand-off as the agent's page gets it. */
export interface SeenHandoff {
  readonly id: string;
  readonly conversationId: string;
  readonly status: string;
  readonly agentId?: string;
}

/** A line of an agent that was acknowledged, in the order of sending. */
export interface AgentLine {
  readonly conversationId: string;
  readonly messageId: string;
  readonly text: string;
}

/** How agents behave. */
export interface AgentOptions {
  readonly network: FlakyNetwork;
  /** Between storing a line and seeing it. */
  readonly liveLatency: Latencies;
  readonly cutWithinMs: () => number | undefined;
}

/** Watches the desk, claims what waits, answers, and closes, returns, passes on or puts back. */
export class SimulatedAgent {
  readonly id: string;
  /** Lines by conversation and position, as they first arrived. */
  readonly seen = new Map<string, SeenLine[]>();
  readonly handoffs = new Map<string, SeenHandoff>();
  readonly claims: { readonly handoffId: string }[] = [];
  readonly said: AgentLine[] = [];
  readonly counts = { refusedClaims: 0, resets: 0, repeatedLines: 0, lostHolds: 0 };
  readonly view: LiveView;
  readonly #options: AgentOptions;
  readonly #from: string;

  constructor(index: number, options: AgentOptions) {
    this.id = `agent-${index}`;
    this.#from = `10.1.0.${index}`;
    this.#options = options;
    const { network, cutWithinMs } = options;
    const path = `/v1/desk/events?agentId=${this.id}`;
    this.view = new LiveView({ network, cutWithinMs, path, from: this.#from, onEvent: (event) => this.#on(event) });
  }

  /** Says that it is there; works until `isOver`. */
  async run(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      const next = this.#choose();
      if (next) await this.#serve(next);
      else await this.#lookAtQueue();
      await pause(50 + Math.random() * 150);
    }
  }

  /** Takes offers, or ends doing so. */
  async setAvailable(available: boolean): Promise<void> {
    const body = { available, agentId: this.id, name: this.id };
    await this.#options.network.reliably('POST', '/v1/desk/presence', body, this.#from);
  }

  #on({ event, data }: { event: string; data: string }): void {
    if (event === 'reset') this.counts.resets++;
    if (event === 'handoff') this.#keep(JSON.parse(data) as SeenHandoff);
    if (event !== 'line') return;
    const { conversationId, line } = JSON.parse(data) as { conversationId: string; line: SeenLine };
    const lines = this.seen.get(conversationId) ?? [];
    if (lines.some(({ position }) => position === line.position)) this.counts.repeatedLines++;
    else {
      this.#options.liveLatency.add(Date.now() - line.at);
      this.seen.set(conversationId, [...lines, line]);
    }
  }

  #keep(handoff: SeenHandoff): void {
    this.handoffs.set(handoff.id, handoff);
  }

  /** One's own first, then any that waits: agents are to run into one another. */
  #choose(): SeenHandoff | undefined {
    const all = [...this.handoffs.values()];
    const own = all.find(({ status, agentId }) => status === 'claimed' && agentId === this.id);
    return own ?? all.find(({ status }) => status === 'waiting');
  }

  async #lookAtQueue(): Promise<void> {
    const path = '/v1/handoffs?status=waiting&limit=20';
    const answer = await this.#options.network.reliably<{ handoffs: SeenHandoff[] }>(
      'GET',
      path,
      undefined,
      this.#from,
    );
    for (const handoff of answer.body.handoffs) this.#keep(handoff);
  }

  async #serve({ id, conversationId }: SeenHandoff): Promise<void> {
    const claim = await this.#act(id, 'claim', {});
    if (claim.status !== 200) {
      this.counts.refusedClaims++;
      return this.#refresh(id);
    }
    this.claims.push({ handoffId: id });
    await this.#options.network.reliably('GET', `/v1/desk/conversations/${conversationId}`, undefined, this.#from);
    const lines = 1 + Math.floor(Math.random() * 3);
    for (let index = 0; index < lines; index++) {
      await pause(100 + Math.random() * 300);
      if (!(await this.#say(id, conversationId))) return this.#refresh(id);
    }
    const draw = Math.random();
    if (draw < 0.5) await this.#act(id, 'resolve', { outcome: 'solved' });
    else if (draw < 0.75) await this.#act(id, 'return', {});
    else if (draw < 0.9) await this.#act(id, 'release', {});
    else await this.#act(id, 'transfer', { team: 'complaints', note: 'please look' });
    await this.#refresh(id);
  }

  /** False when the hand-off is no longer one's own. */
  async #say(handoffId: string, conversationId: string): Promise<boolean> {
    const line = { messageId: randomUUID(), text: `${this.id}: ${this.said.length}` };
    const repeats = Math.random() < 0.15 ? 2 : 1;
    const answers = await Promise.all(Array.from({ length: repeats }, () => this.#act(handoffId, 'reply', line)));
    const isTaken = answers.every(({ status }) => status === 200);
    if (isTaken) this.said.push({ conversationId, ...line });
    else this.counts.lostHolds++;
    return isTaken;
  }

  async #refresh(id: string): Promise<void> {
    const answer = await this.#options.network.reliably<SeenHandoff>(
      ...(['GET', `/v1/handoffs/${id}`, undefined, this.#from] as const),
    );
    this.#keep(answer.body);
  }

  #act(id: string, action: string, body: object): Promise<Answer<SeenHandoff>> {
    const named = { ...body, agentId: this.id };
    return this.#options.network.reliably<SeenHandoff>('POST', `/v1/handoffs/${id}/${action}`, named, this.#from);
  }
}
