import type { Contact } from '../../shared/session/desk-client.ts';

/** What the customer has not sent yet; kept up to date while it is written. */
export interface Draft {
  text: string;
  /** While the form is open. */
  contact?: Contact;
}
