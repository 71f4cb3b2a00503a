import type { Language } from '../domain/understanding.ts';
import type { HelpTopic } from '../ports/help-topics.ts';
import { type QuickCategory, quickQuestions } from './quick-questions.ts';
import type { WidgetSettings } from './widget-settings.ts';

/** What a chat window shows before anything is said. */
export interface WidgetInfo {
  readonly shop: { readonly name: string };
  readonly greeting: string;
  readonly colours?: { readonly accent?: string };
  readonly categories: readonly QuickCategory[];
}

const NAME: Record<Language, string> = { zh: '小二', en: 'Xiaoer' };
const GREETING: Record<Language, string> = {
  zh: '您好，我是小二。有什么可以帮您？可以直接输入问题，也可以点下面的常见问题。',
  en: 'Hello, I am Xiaoer. How can I help? Type your question, or pick one below.',
};

/** Joins the shop's settings and its knowledge; what the shop leaves open has a default in both languages. */
export function widgetInfo(settings: WidgetSettings, topics: readonly HelpTopic[], language: Language): WidgetInfo {
  const name = settings.shop?.name;
  return {
    shop: { name: name?.[language] ?? name?.zh ?? name?.en ?? NAME[language] },
    greeting: settings.greeting?.[language] ?? GREETING[language],
    ...(settings.colours ? { colours: settings.colours } : {}),
    categories: quickQuestions(topics, language, settings),
  };
}
