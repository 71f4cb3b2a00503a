/** What somebody may do: answer customers, edit knowledge, read reports, or everything. */
export const ROLES = ['agent', 'editor', 'analyst', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Who a request comes from: a person with a session, a program with a shop key, or anybody where no guard is set. */
export interface Actor {
  readonly kind: 'agent' | 'key' | 'open';
  /** The account's or the key's id; what is written into events and the audit trail. */
  readonly id: string;
  /** The name to show. */
  readonly name: string;
  readonly roles: readonly Role[];
}

/** True when the actor has one of the roles, or is an admin, who may do everything. */
export function mayAct(actor: Actor, roles: readonly Role[]): boolean {
  return actor.roles.includes('admin') || roles.some((role) => actor.roles.includes(role));
}
