import { Command, CommanderError } from 'commander';
import { VERSION } from '../version.ts';
import { registerAccount } from './account.ts';
import { registerAsk } from './ask.ts';
import { registerBench } from './bench.ts';
import { registerEval } from './eval.ts';
import { registerKnowledge } from './knowledge.ts';
import { registerModels } from './models.ts';
import { FAILED, reportFailure } from './print.ts';
import { registerServe } from './serve.ts';

/**
 * Runs `xiaoer` with the arguments behind its name and sets the exit status: 1 only where a command found what it looks
 * for (a limit not kept, a knowledge file that is broken), 2 for every failure and for arguments that nobody understands.
 */
export async function runCommandLine(args: readonly string[]): Promise<void> {
  try {
    await commandLine().parseAsync(args, { from: 'user' });
  } catch (error) {
    // Commander has written what was wrong, or the help or version that was asked for.
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : FAILED;
    else process.exitCode = reportFailure(error);
  }
}

function commandLine(): Command {
  const program = new Command('xiaoer')
    .description('The front desk of an online shop: answers from its own markdown, calls a person when one is needed.')
    .version(VERSION)
    // Before the commands, which inherit it: commander would end the process with 1.
    .exitOverride()
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
  return program;
}
