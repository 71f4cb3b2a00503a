/** An order as the shop's system tells it. Sums are yuan. */
export interface Order {
  readonly id: string;
  readonly customerId?: string;
  readonly status: 'unpaid' | 'paid' | 'shipped' | 'delivered' | 'refunding' | 'refunded' | 'closed';
  readonly items: readonly { readonly title: string; readonly sku?: string; readonly quantity: number }[];
  readonly total: number;
  readonly placedAt: string;
  readonly promisedShipBy?: string;
  readonly trackingNumbers: readonly string[];
  readonly refund?: {
    readonly amount: number;
    readonly status: 'requested' | 'awaiting_return' | 'inspecting' | 'paid';
    readonly to: string;
    readonly updatedAt: string;
  };
}

/** Where an order stands, as far as it changes what its customer asks about. */
export const ORDER_STAGES = [
  'unpaid',
  'unshipped',
  'under_way',
  'delivered',
  'refunding',
  'refunded',
  'closed',
] as const;
/** One of `ORDER_STAGES`. */
export type OrderStage = (typeof ORDER_STAGES)[number];

/** A parcel as the courier tells it; events newest first. */
export interface Parcel {
  readonly trackingNumber: string;
  readonly courier: string;
  readonly status: 'picked_up' | 'in_transit' | 'out_for_delivery' | 'delivered' | 'stalled';
  readonly events: readonly { readonly at: string; readonly place: string; readonly text: string }[];
}
