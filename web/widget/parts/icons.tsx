/** An icon of 24 by 24 that screen readers pass over; what it stands for is said by the label of its button. */
function icon(path: string) {
  return () => (
    <svg viewBox="0 0 24 24" width="1.35em" height="1.35em" aria-hidden="true" focusable="false">
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        stroke-width="1.8"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

/** A speech bubble: opens the window. */
export const ChatIcon = icon(
  'M12 4c5 0 8.5 3 8.5 7s-3.5 7-8.5 7c-.9 0-1.8-.1-2.6-.3L5 20l.8-3.7C4.3 15 3.5 13.1 3.5 11c0-4 3.5-7 8.5-7ZM8.5 11h.01M12 11h.01M15.5 11h.01',
);
/** An arrow down: puts the window away. */
export const CloseIcon = icon('M6 9l6 6 6-6');
/** A door and an arrow: ends the conversation. */
export const EndIcon = icon('M15 4h3a1.5 1.5 0 0 1 1.5 1.5v13A1.5 1.5 0 0 1 18 20h-3M10 8l-4 4 4 4M6 12h9');
/** A paper plane: sends what is written. */
export const SendIcon = icon('M4.5 12L20 4.5 15.5 20l-4-6.5zM11.5 13.5L20 4.5');
/** A headset: asks for a person. */
export const PersonIcon = icon(
  'M4.5 13v-1.5a7.5 7.5 0 0 1 15 0V13M4.5 13h2.5v5H5.5a1 1 0 0 1-1-1zM19.5 13H17v5h1.5a1 1 0 0 0 1-1zM18 18c0 2-2 2.5-4.5 2.5',
);
/** Lines of a list: shows frequent questions. */
export const HelpIcon = icon('M4.5 6h15M4.5 12h15M4.5 18h9');
/** A thumb up: the answer helped. */
export const ThumbUpIcon = icon(
  'M7.5 11v8.5h-3V11zM7.5 11l3.5-7c1.5 0 2.5 1 2.5 2.5V10h5c1 0 1.7.9 1.5 1.9l-1.2 6.1c-.2.9-.9 1.5-1.8 1.5h-9.5',
);
/** A thumb down: the answer did not help. */
export const ThumbDownIcon = icon(
  'M16.5 13V4.5h3V13zM16.5 13l-3.5 7c-1.5 0-2.5-1-2.5-2.5V14h-5c-1 0-1.7-.9-1.5-1.9l1.2-6.1c.2-.9.9-1.5 1.8-1.5h9.5',
);
/** A star of a rating. */
export const StarIcon = icon('M12 4l2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8z');
/** An arrow to the right: leads on. */
export const NextIcon = icon('M9.5 6l6 6-6 6');
