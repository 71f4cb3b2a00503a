import type { Article } from './article.ts';

/** A piece of an article that is embedded by itself. */
export interface IndexUnit {
  /** Position of the section; -1 for the title and the sample questions. */
  readonly section: number;
  readonly kind: 'title' | 'question' | 'heading' | 'sentence';
  readonly text: string;
  /** A sentence with its title and heading in front, so that 48 小时内 still knows what it is about. Only for sentences. */
  readonly context?: string;
}

/** Every unit of the articles, in reading order. */
export function indexUnits(articles: readonly Article[]): IndexUnit[] {
  return articles.flatMap(unitsOf);
}

/** Every unit of an article, in reading order. */
export function unitsOf(article: Article): IndexUnit[] {
  return [
    unit(-1, 'title', article.title),
    ...article.questions.map((question) => unit(-1, 'question', question)),
    ...article.sections.flatMap((section, index) => [
      ...(section.heading === '' ? [] : [unit(index, 'heading', section.heading)]),
      ...section.sentences.map((sentence) => ({
        ...unit(index, 'sentence', sentence),
        context: inContext(article, section.heading, sentence),
      })),
    ]),
  ];
}

function unit(section: number, kind: IndexUnit['kind'], text: string): IndexUnit {
  return { section, kind, text };
}

function inContext(article: Article, heading: string, sentence: string): string {
  if (sentence === article.title) return sentence;
  const colon = article.language === 'zh' ? '：' : ': ';
  return `${[article.title, heading].filter(Boolean).join(' ')}${colon}${sentence}`;
}
