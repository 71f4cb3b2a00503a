import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Command, Option } from 'commander';
import { openRuntime } from '../compose.ts';
import { PACKAGE_ROOT, readConfig } from '../config.ts';
import { runEval } from '../evals/eval-command.ts';
import type { SplitChoice } from '../evals/load-cases.ts';
import { readEvalInputs } from '../evals/read-eval-inputs.ts';
import { readThresholds } from '../evals/read-thresholds.ts';
import { thresholdsFor } from '../evals/thresholds.ts';
import { thresholdsFile } from '../evals/thresholds-file.ts';
import { createInvestigator } from '../investigation/investigate-turn.ts';
import { servedGeneration } from '../investigation/served-generation.ts';
import { print } from './print.ts';

interface EvalOptions {
  readonly cases: string;
  readonly knowledge?: string;
  readonly report?: string;
  readonly baseline?: string;
  readonly thresholds?: string;
  readonly split: SplitChoice;
  readonly json?: boolean;
}

/** `xiaoer eval`: exit status 1 when a limit is not kept. */
export function registerEval(program: Command): void {
  program
    .command('eval')
    .description('play written customers and measure how many are really settled')
    .option('--cases <path>', 'case file or folder', join(PACKAGE_ROOT, 'evals/cases'))
    .option('--knowledge <directory>', 'folder of markdown articles')
    .option('--report <directory>', 'write report.html, report.json and junit.xml there')
    .option('--baseline <file>', 'an earlier report.json to compare with')
    .option('--thresholds <file>', 'limits that the run must keep; those of this package when absent')
    .addOption(new Option('--split <split>', 'half of the cases').choices(['dev', 'test', 'all']).default('all'))
    .option('--json', 'one JSON document on stdout')
    .action(async (options: EvalOptions) => {
      const config = readConfig(process.env, { knowledgeFolder: options.knowledge });
      // Files first: loading the models takes seconds, and the first index of a shop minutes.
      const limits = thresholdsFile(PACKAGE_ROOT, options.thresholds);
      const thresholds = await readThresholds(limits.file, limits.root);
      const inputs = await readEvalInputs(options);
      const runtime = await openRuntime(config);
      try {
        const { summary, exitCode, table } = await runEval({
          inputs,
          articles: new Set(servedGeneration(runtime).index.articles.map(({ id }) => id)),
          reportDir: options.report,
          engine: runtime.engine,
          engineAt: runtime.engineAt,
          answerThreshold: runtime.thresholds.answer,
          investigator: createInvestigator(runtime),
          thresholds: thresholdsFor(thresholds, { ...options, knowledge: config.knowledgeFolder }),
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
