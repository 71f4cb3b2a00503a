import { InvalidInputError } from '../domain/errors.ts';
import type { LoadedCase } from './parse-cases.ts';

// The wrong knowledge folder makes a problem of every case, and the first few tell that as well.
const PROBLEMS_SHOWN = 20;

/**
 * Refuses cases that expect an article which the knowledge does not have: no answer could cite it, so a slip of the
 * writer would count as a wrong answer of the bot.
 *
 * @param articles ids of every article of the knowledge, in force today or not
 * @throws InvalidInputError that names file, line, case and field of the first twenty
 */
export function refuseUnknownArticles(cases: readonly LoadedCase[], articles: ReadonlySet<string>): void {
  const problems = cases.flatMap((one) =>
    one.turns.flatMap(({ expect }, turn) =>
      expect.article.flatMap((article, index) => {
        if (articles.has(article)) return [];
        return [one.problemAt(['turns', turn, 'expect', 'article', index], absent(article, articles))];
      }),
    ),
  );
  if (problems.length === 0) return;
  const rest = problems.length - PROBLEMS_SHOWN;
  const lines = rest > 0 ? [...problems.slice(0, PROBLEMS_SHOWN), `and ${rest} more`] : problems;
  throw new InvalidInputError(
    `Conversation cases expect articles that the knowledge does not have:\n${lines.join('\n')}`,
  );
}

/** The likeliest slip is the name of the file without its folders. */
function absent(article: string, articles: ReadonlySet<string>): string {
  const meant = [...articles].filter((id) => id.endsWith(`/${article}`));
  return `no article ${article}${meant.length > 0 ? `; is ${meant.join(' or ')} meant?` : ''}`;
}
