import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  AA_TEXT,
  type Colour,
  contrast,
  formatColour,
  parseColour,
  readableOn,
  textOn,
  WHITE,
} from './colour-contrast.ts';

const channel = fc.integer({ min: 0, max: 255 });
const colour = fc.tuple(channel, channel, channel) as fc.Arbitrary<Colour>;

it('reads hexadecimal and rgb colours, and nothing else', () => {
  expect(parseColour('#0F766e')).toEqual([15, 118, 110]);
  expect(parseColour('#fa0')).toEqual([255, 170, 0]);
  expect(parseColour(' rgb(15, 118, 110) ')).toEqual([15, 118, 110]);
  for (const text of ['', 'teal', '#12345', '#1234567', 'rgb(1,2)', 'rgb(300, 0, 0)', 'url(x)', 'red;}']) {
    expect(parseColour(text)).toBeUndefined();
  }
  fc.assert(
    fc.property(colour, (any) => {
      expect(parseColour(formatColour(any))).toEqual(any);
    }),
  );
});

it('computes the contrast of the standard’s examples', () => {
  expect(contrast([0, 0, 0], WHITE)).toBeCloseTo(21);
  expect(contrast([119, 119, 119], WHITE)).toBeCloseTo(4.48, 2);
});

it('finds text that can be read on any colour a shop may have', () => {
  fc.assert(
    fc.property(colour, (shop) => {
      expect(contrast(textOn(shop), shop)).toBeGreaterThanOrEqual(AA_TEXT);
    }),
  );
  expect(textOn([15, 118, 110])).toEqual(WHITE);
  expect(textOn([255, 214, 0])).not.toEqual(WHITE);
});

it('moves any colour just as far as needed to be read on any background', () => {
  fc.assert(
    fc.property(colour, colour, (background, shop) => {
      const readable = readableOn([background], shop);
      expect(contrast(readable, background)).toBeGreaterThanOrEqual(AA_TEXT);
      if (contrast(shop, background) >= AA_TEXT) expect(readable).toEqual(shop);
    }),
  );
});
