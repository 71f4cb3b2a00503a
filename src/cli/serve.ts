import type { Command } from 'commander';
import { type ServeOptions, serve } from '../serve.ts';

/** `xiaoer serve`, the same as `npm start`. */
export function registerServe(program: Command): void {
  program
    .command('serve')
    .description('start the server')
    .option('--json', 'when it is ready, one JSON document on stdout: its address; the log goes to stderr')
    .action((options: ServeOptions) => serve(options));
}
