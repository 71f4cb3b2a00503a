import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { z } from 'zod';
import { openRuntime } from '../compose.ts';
import { readConfig } from '../config.ts';
import { createMessageHandler } from '../conversation/lane/handle-message.ts';
import { startSystemTimer } from '../conversation/start-timer.ts';
import { InvalidInputError } from '../domain/errors.ts';
import { identifier, TEXT_LIMIT, textField } from '../http/request-fields.ts';
import { openPassingStores, openStores } from '../open-stores.ts';
import { print, table } from './print.ts';

/** As the route for messages takes them: the terminal must not tell of answers that no customer can get. */
const asked = z.object({ text: textField(TEXT_LIMIT), conversation: identifier.optional() });

/** `xiaoer ask "<text>"`: one message, as the server would answer it. With --conversation it is kept and continued. */
export function registerAsk(program: Command): void {
  program
    .command('ask <text>')
    .description('ask the front desk one question')
    .option('--knowledge <directory>', 'folder of markdown articles')
    .option('--conversation <id>', 'continue (or start) this conversation')
    .option('--json', 'one JSON document on stdout')
    .action(async (text: string, options: { knowledge?: string; conversation?: string; json?: boolean }) => {
      mustBeAskable({ text, conversation: options.conversation });
      const config = readConfig(process.env, { knowledgeFolder: options.knowledge });
      const runtime = await openRuntime(config);
      const stores = await (options.conversation !== undefined ? openStores(config) : openPassingStores());
      try {
        const handler = createMessageHandler(
          {
            store: stores.conversations,
            engine: runtime.engine,
            notifier: { notify: () => {} },
            clock: { now: () => Date.now() },
            newId: randomUUID,
            startTimer: startSystemTimer,
          },
          { burstWindowMs: 0 },
        );
        const message = { messageId: randomUUID(), text };
        const { reply, action, intents, sentiment, citations, handoff } = await handler.handle(
          options.conversation ?? randomUUID(),
          message,
        );
        const answer = { reply, action, intents, sentiment, citations, handoff };
        print(options.json, answer, `${reply}\n\n${describe(answer)}`);
      } finally {
        await stores.close();
        await runtime.close();
      }
    });
}

/** @throws InvalidInputError with a line for each thing that is wrong. */
function mustBeAskable(question: z.input<typeof asked>): void {
  const { error } = asked.safeParse(question);
  if (!error) return;
  const problems = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new InvalidInputError(problems.join('\n'), error);
}

function describe(answer: {
  action: string;
  intents: readonly { name: string; confidence: number }[];
  sentiment: { label: string };
  citations: readonly { article: string }[];
  handoff?: { reason: string; team: string; priority: string };
}): string {
  const { handoff } = answer;
  return table({
    action: answer.action,
    intents: answer.intents.map(({ name, confidence }) => `${name} ${confidence.toFixed(2)}`).join(', ') || 'none',
    mood: answer.sentiment.label,
    sources: answer.citations.map(({ article }) => article).join(', ') || 'none',
    ...(handoff ? { handoff: `${handoff.reason}, ${handoff.priority}, ${handoff.team}` } : {}),
  });
}
