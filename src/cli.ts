import { Command, InvalidArgumentError } from 'commander';
import { registerAccount } from './cli/account.ts';
import { registerAsk } from './cli/ask.ts';
import { registerBench } from './cli/bench.ts';
import { registerEval } from './cli/eval.ts';
import { registerKnowledge } from './cli/knowledge.ts';
import { registerModels } from './cli/models.ts';
import { reportFailure } from './cli/print.ts';
import { registerServe } from './cli/serve.ts';

const program = new Command('xiaoer')
  .description('The front desk of an online shop: answers from its own markdown, calls a person when one is needed.')
  .showHelpAfterError()
  .configureHelp({ showGlobalOptions: true });

for (const register of [
  registerServe,
  registerAsk,
  registerEval,
  registerBench,
  registerModels,
  registerKnowledge,
  registerAccount,
]) {
  register(program);
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof InvalidArgumentError) throw error;
  process.exitCode = reportFailure(error);
}
