import type { Language } from '../domain/understanding.ts';
import type { HelpTopic } from '../ports/help-topics.ts';
import type { WidgetSettings } from './widget-settings.ts';

/** Questions that belong together, each the title of an article. */
export interface QuickCategory {
  readonly name: string;
  readonly questions: readonly string[];
}

/** More than this nobody reads. */
const QUESTIONS_SHOWN = 8;
const CATEGORIES_SHOWN = 8;
const OTHER: Record<Language, string> = { zh: '常见问题', en: 'Common questions' };

/**
 * What a customer may tap instead of typing. The shop's own choice counts; without one, articles are grouped by their
 * folder, or by their first tag where there are no folders, the largest groups first.
 */
export function quickQuestions(
  topics: readonly HelpTopic[],
  language: Language,
  { categories }: WidgetSettings = {},
): QuickCategory[] {
  const own = topics.filter((topic) => topic.language === language);
  const groups = categories ? chosen(own, language, categories) : grouped(own, language);
  return groups
    .filter(({ questions }) => questions.length > 0)
    .slice(0, categories ? categories.length : CATEGORIES_SHOWN)
    .map(({ name, questions }) => ({ name, questions: questions.slice(0, QUESTIONS_SHOWN) }));
}

/** Articles that `widget.yaml` names and the knowledge does not hold, with where in the file they stand. */
export function missingArticles(
  topics: readonly Pick<HelpTopic, 'article'>[],
  { categories = [] }: WidgetSettings,
): { readonly article: string; readonly path: readonly (string | number)[] }[] {
  const known = new Set(topics.map(({ article }) => article));
  return categories.flatMap(({ articles }, category) =>
    articles.flatMap((article, at) =>
      known.has(article) ? [] : [{ article, path: ['categories', category, 'articles', at] }],
    ),
  );
}

function chosen(
  topics: readonly HelpTopic[],
  language: Language,
  categories: NonNullable<WidgetSettings['categories']>,
): QuickCategory[] {
  const titles = new Map(topics.map(({ article, title }) => [article, title]));
  return categories.map(({ name, articles }) => ({
    name: name[language] ?? name.zh ?? name.en ?? OTHER[language],
    questions: articles.flatMap((article) => titles.get(article) ?? []),
  }));
}

function grouped(topics: readonly HelpTopic[], language: Language): QuickCategory[] {
  const groups = new Map<string, string[]>();
  for (const topic of topics) {
    const name = groupOf(topic) ?? OTHER[language];
    groups.set(name, [...(groups.get(name) ?? []), topic.title]);
  }
  return [...groups]
    .map(([name, questions]) => ({ name, questions }))
    .sort((a, b) => b.questions.length - a.questions.length);
}

/** The folder next to the article, unless it is only the language's. */
function groupOf({ article, tags }: HelpTopic): string | undefined {
  const folder = article.split('/').at(-2);
  return folder && folder !== 'zh' && folder !== 'en' ? folder : tags[0];
}
