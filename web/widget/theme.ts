import { type Colour, formatColour, mix, parseColour, readableOn, textOn } from './colour-contrast.ts';

/** What the shop's colour is when it names none. */
export const DEFAULT_ACCENT = '#0f766e';

const SURFACE: Record<'light' | 'dark', Colour> = { light: [255, 255, 255], dark: [28, 38, 35] };
/** The ground of the log. */
const GROUND: Record<'light' | 'dark', Colour> = { light: [243, 246, 244], dark: [20, 27, 25] };

/**
 * The custom properties that follow from the shop's colour, all of them readable at AA: the colour as a ground with text
 * on it, the same as text on the panel, and a hint of it for what is being hovered over.
 * @param accent `#rgb`, `#rrggbb` or `rgb()`; anything else counts as the default
 */
export function accentProperties(accent: string, scheme: 'light' | 'dark'): Record<string, string> {
  const colour = parseColour(accent) ?? (parseColour(DEFAULT_ACCENT) as Colour);
  const tint = mix(SURFACE[scheme], colour, 0.1);
  return {
    '--accent': formatColour(colour),
    '--on-accent': formatColour(textOn(colour)),
    '--accent-ink': formatColour(readableOn([SURFACE[scheme], GROUND[scheme], tint], colour)),
    '--tint': formatColour(tint),
  };
}
