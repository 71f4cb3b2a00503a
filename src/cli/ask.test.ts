import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { registerAsk } from './ask.ts';

/** Opening the engine is what comes after the message is looked at, and fails here for the want of knowledge. */
function ask(...args: string[]): Promise<unknown> {
  const program = new Command();
  registerAsk(program);
  return program.parseAsync(['ask', '--knowledge', '/nowhere', ...args], { from: 'user' });
}

describe('xiaoer ask', () => {
  it.each([
    ['no text', [''], 'text: must not be empty'],
    ['a text that is too long', ['x'.repeat(4001)], 'text: must have at most 4000 characters'],
    ['a conversation with a space', ['hello', '--conversation', 'a b/c'], 'conversation: must be 1 to 128 letters'],
    ['a conversation without a name', ['hello', '--conversation', ''], 'conversation: must be 1 to 128 letters'],
  ])('refuses what the server refuses: %s', async (_, args, message) => {
    await expect(ask(...args)).rejects.toThrow(message);
  });

  it('asks what the server takes', async () => {
    await expect(ask('x'.repeat(4000), '--conversation', 'a:b')).rejects.toThrow('/nowhere cannot be read');
  });
});
