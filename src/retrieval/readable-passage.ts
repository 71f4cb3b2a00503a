import { dot } from '../numeric/dot.ts';
import type { ReadablePassage } from '../ports/passage-reader.ts';
import type { IndexedArticle } from './indexed-article.ts';
import type { Query } from './query.ts';

/**
 * What the reader is given of an article: its title, the section around the best sentence, and the sample question
 * nearest to what was asked.
 * @param sentence position in `entry.sentences`; -1 for an article that has none
 */
export function readablePassage(query: Query, entry: IndexedArticle, sentence: number): ReadablePassage {
  const title = entry.title.unit.text;
  const sampleQuestion = nearestQuestion(query, entry);
  const best = entry.sentences[sentence];
  if (!best) return { title, sampleQuestion, sentences: [], best: -1 };
  const section = entry.sentences.filter(({ unit }) => unit.section === best.unit.section);
  return {
    title,
    heading: entry.headings[best.unit.section]?.unit.text,
    sampleQuestion,
    sentences: section.map(({ unit }) => unit.text),
    best: section.indexOf(best),
  };
}

function nearestQuestion(query: Query, { questions }: IndexedArticle): string | undefined {
  const cosines = questions.map(({ vectors }) => dot(query.sentence, vectors.sentence));
  return questions[cosines.indexOf(Math.max(...cosines))]?.unit.text;
}
