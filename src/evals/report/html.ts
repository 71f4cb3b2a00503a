import { escapeMarkup } from './escape-markup.ts';

/** Markup that is already safe: only `html` makes it. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in an `html` template; nothing is printed for undefined, null and false. */
export type Content = string | number | Markup | false | null | undefined | readonly Content[];

/** A template whose values are escaped unless they are `html` themselves, so that no report can forget to. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return new Markup(strings.map((part, index) => part + (index < values.length ? render(values[index]) : '')).join(''));
}

function render(value: Content): string {
  if (value === undefined || value === null || value === false) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'string' || typeof value === 'number') return escapeMarkup(String(value));
  return value.map(render).join('');
}
