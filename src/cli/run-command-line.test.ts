import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { VERSION } from '../version.ts';
import { runCommandLine } from './run-command-line.ts';

let stdout: string;
let stderr: string;
let before: typeof process.exitCode;
beforeEach(() => {
  before = process.exitCode;
  process.exitCode = undefined;
  [stdout, stderr] = ['', ''];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    stdout += text;
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    stderr += text;
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = before;
});

describe('runCommandLine', () => {
  it.each([
    ['an unknown command', ['bogus']],
    ['an unknown option', ['eval', '--bogus']],
    ['an argument missing', ['ask']],
    ['an option missing', ['bench', 'retrieval', '--docs', 'x']],
    ['a value that is none of the choices', ['eval', '--split', 'foo']],
    ['no such knowledge', ['knowledge', 'check', '/nowhere']],
    ['no command', []],
    ['half a command', ['models']],
  ])('ends with 2 for %s', async (_, args) => {
    await runCommandLine(args);
    expect(process.exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).not.toBe('');
  });

  it('shows its version', async () => {
    await runCommandLine(['--version']);
    expect([stdout, process.exitCode]).toEqual([`${VERSION}\n`, 0]);
  });

  it('shows the help that is asked for', async () => {
    await runCommandLine(['eval', '--help']);
    expect(process.exitCode).toBe(0);
    expect(stdout).toContain('Usage: xiaoer eval');
  });
});
