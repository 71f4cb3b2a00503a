import { expect, it } from 'vitest';
import { parseWidgetSettings } from './widget-settings.ts';

it('reads a name, a greeting, a colour and chosen articles', () => {
  const { settings, problems } = parseWidgetSettings(
    'widget.yaml',
    'shop:\n  name: {zh: 小店}\ncolours: {accent: "#a0f"}\ncategories:\n  - name: {zh: 退货}\n    articles: [returns]\n',
  );
  expect(problems).toEqual([]);
  expect(settings?.categories).toEqual([{ name: { zh: '退货' }, articles: ['returns'] }]);
  expect(parseWidgetSettings('widget.yaml', '# nothing chosen\n').settings).toEqual({});
});

it('names file, line and field of everything that is wrong', () => {
  const source = 'shop:\n  name: {zh: ""}\ncolours:\n  accent: teal\ncolour: red\ncategories:\n  - name: {zh: 退货}\n';
  const { settings, problems } = parseWidgetSettings('widget.yaml', source);
  expect(settings).toBeUndefined();
  expect(problems).toEqual([
    'widget.yaml:2: shop.name.zh: must not be empty',
    'widget.yaml:4: colours.accent: must be a colour like "#0f766e"',
    expect.stringMatching(/^widget\.yaml:7: categories\.0\.articles: /),
    'widget.yaml:5: colour: is not a known key',
  ]);
});

it('tells where the YAML itself is broken', () => {
  expect(parseWidgetSettings('widget.yaml', 'shop:\n  name: [zh\n').problems[0]).toMatch(/^widget\.yaml:[23]: /);
});
