import type { Language } from '../domain/understanding.ts';
import type { HelpTopic } from '../ports/help-topics.ts';
import { hasHan } from '../text/letters.ts';
import { normalizeText } from '../text/normalize-text.ts';

/** What nobody looks for: question words and courtesies. */
const FILLERS = /[吗呢吧啊呀么的了是我你您怎可以有没请问什哪能要和,.?!，。？！、\s"'’]/gu;
const STOP_WORDS = new Set(
  'a an the i my do does is are can you your to of for if it what how when in on me'.split(' '),
);
/** Share of the query's pieces that an article must hold. */
const ENOUGH = 0.5;
/** A title that matches counts more than a sample question that does, which the customer does not see. */
const QUESTION_WEIGHT = 0.8;

/**
 * Titles for what has been typed so far, best first. It compares letters and characters and runs no model, so that it
 * can be asked at every key: words count from their beginning in English, pairs of characters in Chinese.
 */
export function searchTitles(
  topics: readonly HelpTopic[],
  query: string,
  language: Language,
  limit: number,
): { readonly article: string; readonly title: string }[] {
  const wanted = pieces(query);
  if (wanted.length === 0) return [];
  return topics
    .filter((topic) => topic.language === language)
    .map((topic) => ({ topic, score: scoreOf(topic, wanted) }))
    .filter(({ score }) => score >= ENOUGH * QUESTION_WEIGHT)
    .sort((a, b) => b.score - a.score || a.topic.title.length - b.topic.title.length)
    .slice(0, limit)
    .map(({ topic: { article, title } }) => ({ article, title }));
}

function scoreOf({ title, questions }: HelpTopic, wanted: readonly string[]): number {
  const best = Math.max(0, ...questions.map((question) => shareHeld(question, wanted)));
  // What both hold comes before what only one of them does.
  return Math.max(shareHeld(title, wanted), best * QUESTION_WEIGHT) + shareHeld(title, wanted) * 0.1 + best * 0.01;
}

function shareHeld(text: string, wanted: readonly string[]): number {
  const held = normalizeText(text).replace(FILLERS, ' ');
  return wanted.filter((piece) => (hasHan(piece) ? held.includes(piece) : hasWord(held, piece))).length / wanted.length;
}

function hasWord(text: string, start: string): boolean {
  return text.split(/[^a-z0-9]+/).some((word) => word.startsWith(start));
}

function pieces(query: string): string[] {
  const runs =
    normalizeText(query)
      .replace(FILLERS, ' ')
      .match(/\p{Script=Han}+|[a-z0-9]+/gu) ?? [];
  const words = runs.flatMap((run) => (hasHan(run) ? pairs(run) : STOP_WORDS.has(run) ? [] : [run]));
  return [...new Set(words)];
}

function pairs(run: string): string[] {
  const characters = [...run];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, index) => characters[index] + character);
}
