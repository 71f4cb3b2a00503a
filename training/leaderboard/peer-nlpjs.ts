import { containerBootstrap } from '@nlpjs/core';
import { LangEn } from '@nlpjs/lang-en';
import { LangZh } from '@nlpjs/lang-zh';
import { Nlp } from '@nlpjs/nlp';
import type { Language } from '../../src/domain/understanding.ts';
import type { IntentGuesses } from './intent-row.ts';
import type { IntentSet } from './intent-set.ts';
import { timed } from './remember-vectors.ts';

const NONE = 'None';
const silent = Object.fromEntries(
  ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'log'].map((level) => [level, () => {}]),
);

/** nlp.js (https://github.com/axa-group/nlp.js) with a language's own package and its defaults; it writes no file. */
export function openNlpjs(language: Language): Nlp {
  const container = containerBootstrap();
  container.use(language === 'zh' ? LangZh : LangEn);
  // It warns of every training message that has no word it knows, and would quote it.
  container.register('logger', silent, true);
  return new Nlp({ container, languages: [language], autoSave: false, autoLoad: false, nlu: { log: false } });
}

/** nlp.js as a peer for intents: its own tokens, stems and network, rejecting when its answer is `None`. */
export async function guessByNlpjs({ language, train, test }: IntentSet): Promise<IntentGuesses> {
  const nlp = openNlpjs(language);
  const trained = await timed(async () => {
    for (const { text, label } of train) nlp.addDocument(language, text, label);
    await nlp.train();
  });
  const answered = await timed(async () => {
    const answers = [];
    for (const { text } of test) answers.push(await nlp.process(language, text));
    return answers;
  });
  return {
    idea: '*Peer:* nlp.js 4',
    remarks: `@nlpjs/nlp with @nlpjs/lang-${language}, defaults`,
    favourites: answered.result.map(
      (answer) => answer.classifications.find(({ intent }) => intent !== NONE)?.intent ?? '',
    ),
    rejected: answered.result.map(({ intent }) => intent === NONE),
    trainMilliseconds: trained.milliseconds,
    testMilliseconds: answered.milliseconds,
  };
}
