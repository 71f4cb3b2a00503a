import type { Language } from '../domain/understanding.ts';
import type { HelpTopics } from '../ports/help-topics.ts';
import { searchTitles } from '../widget/search-titles.ts';
import { widgetInfo } from '../widget/widget-info.ts';
import type { WidgetSettings } from '../widget/widget-settings.ts';
import type { HttpServer } from './http-server.ts';
import { problemResponses } from './problem.ts';
import { widgetAnswer, widgetQuery, widgetSearchAnswer, widgetSearchQuery } from './widget-contract.ts';

const TITLES_SHOWN = 6;

/** What the chat window's routes need. */
export interface WidgetRoutesDeps extends HelpTopics {
  settings(): Promise<WidgetSettings>;
  /** Whether people are at the desk at this hour, and when they will be. */
  openingHours(): { readonly open: boolean; readonly opensAt?: number };
}

/** Routes for the chat window on the shop's pages: what it shows first, and titles while the customer types. */
export function registerWidgetRoutes(app: HttpServer, deps: WidgetRoutesDeps): void {
  app.get('/v1/widget', {
    schema: {
      tags: ['customer'],
      summary: 'What a chat window shows before anything is said',
      querystring: widgetQuery,
      response: { 200: widgetAnswer, ...problemResponses(400) },
    },
    handler: async (request) => {
      const language = languageOf(request.query.locale);
      return { ...widgetInfo(await deps.settings(), deps.topics(), language), ...deps.openingHours() };
    },
  });

  app.get('/v1/widget/search', {
    schema: {
      tags: ['customer'],
      summary: 'Article titles for what has been typed so far',
      querystring: widgetSearchQuery,
      response: { 200: widgetSearchAnswer, ...problemResponses(400) },
    },
    handler: async ({ query: { q, locale } }) => ({
      articles: searchTitles(deps.topics(), q, languageOf(locale), TITLES_SHOWN),
    }),
  });
}

function languageOf(locale: string): Language {
  return /^zh\b/i.test(locale) ? 'zh' : 'en';
}
