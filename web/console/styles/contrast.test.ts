import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const css = readFileSync(new URL('base.css', import.meta.url), 'utf8');
const colours = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [
    name,
    { light, dark },
  ]),
);

/** Text and what it stands on. */
const PAIRS = [
  ...['page', 'pane', 'raised', 'hover', 'accent-soft', 'customer', 'own', 'bot'].map((ground) => ['ink', ground]),
  ...['page', 'pane', 'raised', 'hover', 'accent-soft', 'line'].map((ground) => ['soft', ground]),
  ...['pane', 'raised', 'hover', 'accent-soft'].map((ground) => ['accent', ground]),
  ...['pane', 'accent-soft', 'hover'].flatMap((ground) => [
    ['bad', ground],
    ['warn', ground],
    ['good', ground],
  ]),
  ...[
    ['on-accent', 'accent'],
    ['on-note', 'note'],
    ['bad', 'bad-soft'],
    ['warn', 'warn-soft'],
    ['ink', 'line'],
  ],
];

it('is readable: 4.5 to 1 and more, light and dark (WCAG 2.2 AA, 1.4.3)', () => {
  const poor = PAIRS.flatMap(([text, ground]) =>
    (['light', 'dark'] as const).flatMap((theme) => {
      const ratio = contrast(colours.get(text)?.[theme] ?? '', colours.get(ground)?.[theme] ?? '');
      return ratio >= 4.5 ? [] : [`${text} on ${ground}, ${theme}: ${ratio.toFixed(2)}`];
    }),
  );
  expect(poor).toEqual([]);
});

it('shows where a field is: its edge 3 to 1 and more (1.4.11)', () => {
  for (const theme of ['light', 'dark'] as const) {
    const edge = colours.get('line-strong')?.[theme] ?? '';
    for (const ground of ['pane', 'raised']) {
      expect(contrast(edge, colours.get(ground)?.[theme] ?? ''), `${ground} ${theme}`).toBeGreaterThanOrEqual(3);
    }
  }
});

function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
