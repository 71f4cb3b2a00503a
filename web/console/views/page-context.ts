import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { DeskPage } from '../browser/desk-page.ts';

/** The page of the agent who is logged in. */
export const PageContext = createContext<DeskPage | undefined>(undefined);

/** The page of the agent who is logged in; only below `DeskView`. */
export function usePage(): DeskPage {
  const page = useContext(PageContext);
  if (!page) throw new Error('usePage is called outside the desk');
  return page;
}
