/** Red, green and blue, 0 to 255 each. */
export type Colour = readonly [red: number, green: number, blue: number];

/** The contrast that WCAG 2.2 asks of text, level AA (success criterion 1.4.3). */
export const AA_TEXT = 4.5;

/** #fff. */
export const WHITE: Colour = [255, 255, 255];
const BLACK: Colour = [0, 0, 0];

/** Reads `#rgb`, `#rrggbb`, or `rgb(1, 2, 3)`; undefined for anything else. */
export function parseColour(text: string): Colour | undefined {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1];
  if (hex) {
    const digits = hex.length === 3 ? [...hex].map((digit) => digit + digit) : (hex.match(/../g) ?? []);
    return digits.map((pair) => Number.parseInt(pair, 16)) as unknown as Colour;
  }
  const parts = /^rgb\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)$/i.exec(text.trim());
  const channels = parts?.slice(1).map(Number);
  return channels?.every((channel) => channel <= 255) ? (channels as unknown as Colour) : undefined;
}

/** `#rrggbb`. */
export function formatColour(colour: Colour): string {
  return `#${colour.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

/** Contrast of two colours, 1 to 21. Source: WCAG 2.2, "contrast ratio" and "relative luminance". */
export function contrast(one: Colour, other: Colour): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** White or black, whichever is easier to read on the colour; one of them always reaches AA. */
export function textOn(background: Colour): Colour {
  // Most brands expect white on their colour: it is kept as long as it can be read.
  return contrast(WHITE, background) >= AA_TEXT ? WHITE : BLACK;
}

/**
 * The colour itself where it can be read on all of the backgrounds, else the nearest one towards black or white that can.
 * @param backgrounds alike, all light or all dark
 */
export function readableOn(backgrounds: readonly Colour[], colour: Colour): Colour {
  const towards = textOn(backgrounds[0]) === WHITE ? WHITE : BLACK;
  for (let share = 0; share < 1; share += 0.04) {
    const mixed = mix(colour, towards, share);
    if (backgrounds.every((background) => contrast(mixed, background) >= AA_TEXT)) return mixed;
  }
  return towards;
}

/** `share` of the second colour in the first. */
export function mix(one: Colour, other: Colour, share: number): Colour {
  return one.map((channel, index) => Math.round(channel * (1 - share) + other[index] * share)) as unknown as Colour;
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
