import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { openRuntime } from '../compose.ts';
import { PACKAGE_ROOT, readConfig } from '../config.ts';
import { runEval } from '../evals/eval-command.ts';
import { readThresholds, thresholdsFor } from '../evals/thresholds.ts';
import { createInvestigator } from '../investigation/investigate-turn.ts';
import { print } from './print.ts';

interface EvalOptions {
  readonly cases: string;
  readonly knowledge?: string;
  readonly report?: string;
  readonly baseline?: string;
  readonly split: 'dev' | 'test' | 'all';
  readonly json?: boolean;
}

/** `xiaoer eval`: exit status 1 when a threshold of evals/thresholds.yaml is not met. */
export function registerEval(program: Command): void {
  program
    .command('eval')
    .description('play written customers and measure how many are really settled')
    .option('--cases <path>', 'case file or folder', join(PACKAGE_ROOT, 'evals/cases'))
    .option('--knowledge <directory>', 'folder of markdown articles')
    .option('--report <directory>', 'write report.html, report.json and junit.xml there')
    .option('--baseline <file>', 'an earlier report.json to compare with')
    .option('--split <split>', 'dev, test or all', 'all')
    .option('--json', 'one JSON document on stdout')
    .action(async (options: EvalOptions) => {
      const config = readConfig(process.env, { knowledgeFolder: options.knowledge });
      const runtime = await openRuntime(config);
      try {
        const thresholds = await readThresholds(join(PACKAGE_ROOT, 'evals/thresholds.yaml'));
        const { summary, exitCode, table } = await runEval({
          casesPath: options.cases,
          reportDir: options.report,
          baseline: options.baseline,
          split: options.split,
          engine: runtime.engine,
          engineAt: runtime.engineAt,
          answerThreshold: runtime.thresholds.answer,
          investigator: createInvestigator(runtime),
          thresholds: thresholdsFor(thresholds, options),
          write: async (file, content) => {
            await mkdir(dirname(file), { recursive: true });
            await writeFile(file, content);
          },
        });
        print(options.json, summary, table);
        process.exitCode = exitCode;
      } finally {
        await runtime.close();
      }
    });
}
