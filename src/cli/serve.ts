import type { Command } from 'commander';
import { serve } from '../serve.ts';

/** `xiaoer serve`, the same as `npm start`. */
export function registerServe(program: Command): void {
  program.command('serve').description('start the server').action(serve);
}
