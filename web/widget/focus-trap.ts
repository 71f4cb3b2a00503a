const FOCUSABLE =
  'button:not([disabled]), [href], input:not([disabled]), textarea:not([disabled]), [tabindex]:not([tabindex="-1"])';

/** Keeps Tab and Shift+Tab within an element: call it with each key that is pressed there. */
export function keepFocusWithin(container: HTMLElement, event: KeyboardEvent): void {
  if (event.key !== 'Tab') return;
  const all = [...container.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (element) => element.tabIndex >= 0 && element.getClientRects().length > 0,
  );
  const [first, last] = [all[0], all.at(-1)];
  const focused = (container.getRootNode() as ShadowRoot).activeElement;
  const leaves = event.shiftKey ? focused === first : focused === last;
  if (!first || !last || !(leaves || !focused)) return;
  event.preventDefault();
  (event.shiftKey ? last : first).focus();
}
