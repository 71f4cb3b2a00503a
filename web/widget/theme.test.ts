import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AA_TEXT, type Colour, contrast, formatColour, parseColour } from './colour-contrast.ts';
import { accentProperties } from './theme.ts';

const read = (text: string) => parseColour(text) as Colour;

it('can be read in both schemes, whatever colour the shop has', () => {
  const channel = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(fc.tuple(channel, channel, channel), fc.constantFrom('light', 'dark'), (shop, scheme) => {
      const properties = accentProperties(formatColour(shop as Colour), scheme as 'light' | 'dark');
      const grounds = scheme === 'light' ? ['#ffffff', '#f3f6f4'] : ['#1c2623', '#141b19'];
      expect(contrast(read(properties['--on-accent']), read(properties['--accent']))).toBeGreaterThanOrEqual(AA_TEXT);
      for (const ground of [...grounds, properties['--tint']]) {
        expect(contrast(read(properties['--accent-ink']), read(ground))).toBeGreaterThanOrEqual(AA_TEXT);
      }
    }),
  );
});

it('takes its own colour for anything that is none', () => {
  expect(accentProperties('expression(alert(1))', 'light')).toEqual(accentProperties('#0f766e', 'light'));
});
