import type { Language } from '../../domain/understanding.ts';
import type { Passage, SearchResult } from '../../retrieval/search-result.ts';
import { normalizeText } from '../../text/normalize-text.ts';
import { segment } from '../../text/segment.ts';
import { newWords, ownWords } from '../reading/own-words.ts';
import { likelyTopics } from './likely-topics.ts';
import type { PartOf } from './part-chosen.ts';

/** What a heading says besides what it is about: 没有实体店, 怎么申请, 发票的金额. */
const AROUND = new Set('的 了 吗 呢 有 没有 没 怎么 如何 关于 什么 是 我们 您 您的'.split(' '));

/**
 * The part of the only likely topic whose heading a message names word for word: 积分 of the page on membership for 积分能换多少钱. Undefined
 * where several topics are likely, or no heading or more than one is named. Pure, but for `partOf`.
 */
export function partNamed(
  found: Pick<SearchResult, 'candidates' | 'probability'>,
  said: { readonly text: string; readonly language: Language },
  partOf?: PartOf,
): Passage | undefined {
  const [topic, ...others] = likelyTopics(found);
  if (!topic || others.length > 0) return undefined;
  const named = (topic.parts ?? []).filter((heading) => isNamed(heading, said));
  return named.length === 1 ? partOf?.(topic.article, named[0]) : undefined;
}

function isNamed(heading: string, { text, language }: { readonly text: string; readonly language: Language }): boolean {
  if (ownWords(heading, language).length === 0) return false;
  // 发货时间 is named by 发货时间, not by 发货: every word counts, the empty ones of other questions, too.
  const words = language === 'zh' ? segment(normalizeText(heading)).filter((word) => !AROUND.has(word)) : undefined;
  return newWords(words ?? ownWords(heading, language), text, language).length === 0;
}
