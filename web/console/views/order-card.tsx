import { formatYuan } from '../state/format-time.ts';
import { fill, wordOf } from '../texts/texts.ts';
import type { Order } from '../wire/desk.ts';
import { usePage } from './page-context.ts';
import { useTexts } from './texts-context.ts';

/** An order of the customer. Numbers are copied at a click. */
export function OrderCard({ order }: { readonly order: Order }) {
  const texts = useTexts();
  const { panel } = texts;
  const { refund } = order;
  return (
    <article class="order">
      <p class="order-head">
        <Copyable text={order.id} />
        <span class={`chip order-${order.status}`}>{wordOf(texts.orderStatus, order.status)}</span>
      </p>
      <ul>
        {order.items.map(({ title, sku, quantity }) => (
          <li key={`${title} ${sku}`}>
            {title} {sku && <span class="figure">{sku}</span>} × {quantity}
          </li>
        ))}
      </ul>
      <p class="order-facts">
        <span>{formatYuan(order.total)}</span>
        <span>
          {panel.placed} {order.placedAt.slice(0, 10)}
        </span>
        {order.promisedShipBy && order.status === 'paid' && (
          <span>
            {panel.shipBy} {order.promisedShipBy.slice(0, 10)}
          </span>
        )}
      </p>
      {order.trackingNumbers.map((number) => (
        <p key={number} class="order-facts">
          <span>{panel.tracking}</span> <Copyable text={number} />
        </p>
      ))}
      {refund && (
        <p class="order-facts refund">
          {fill(panel.refund, {
            amount: formatYuan(refund.amount),
            status: wordOf(texts.refundStatus, refund.status),
          })}
        </p>
      )}
    </article>
  );
}

function Copyable({ text }: { readonly text: string }) {
  const { toasts } = usePage();
  const { panel } = useTexts();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toasts.say(panel.copied);
    } catch {
      // Browsers forbid it on plain http; the number can still be selected.
    }
  };
  return (
    <button type="button" class="copyable" title={panel.copy} onClick={copy}>
      {text}
    </button>
  );
}
