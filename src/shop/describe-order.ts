import type { Order, Parcel } from '../domain/shop.ts';
import type { Language } from '../domain/understanding.ts';
import type { FoundOne } from './look-up.ts';
import { isLate } from './order-progress.ts';

const ORDER_STATUS: Record<Language, Record<Order['status'], string>> = {
  zh: {
    unpaid: '待付款',
    paid: '已付款，等待发货',
    shipped: '已发货',
    delivered: '已签收',
    refunding: '退款处理中',
    refunded: '已退款',
    closed: '已关闭',
  },
  en: {
    unpaid: 'waiting for payment',
    paid: 'paid, waiting to be shipped',
    shipped: 'shipped',
    delivered: 'delivered',
    refunding: 'refund in progress',
    refunded: 'refunded',
    closed: 'closed',
  },
};
const PARCEL_STATUS: Record<Language, Record<Parcel['status'], string>> = {
  zh: {
    picked_up: '已揽收',
    in_transit: '运输中',
    out_for_delivery: '派送中',
    delivered: '已签收',
    stalled: '物流停滞',
  },
  en: {
    picked_up: 'picked up',
    in_transit: 'in transit',
    out_for_delivery: 'out for delivery',
    delivered: 'delivered',
    stalled: 'not moving',
  },
};
const REFUND_STATUS: Record<Language, Record<NonNullable<Order['refund']>['status'], string>> = {
  zh: {
    requested: '已申请，等待处理',
    awaiting_return: '等待您寄回商品',
    inspecting: '仓库验货中',
    paid: '已原路退回',
  },
  en: {
    requested: 'requested, waiting for review',
    awaiting_return: 'waiting for your return parcel',
    inspecting: 'being inspected at the warehouse',
    paid: 'paid back',
  },
};

/**
 * The facts of a look-up in words, a paragraph for each order or parcel: nothing that the shop's system did not say.
 * @param today the shop's calendar day, `YYYY-MM-DD`: a promise for a day that is over is not made again
 */
export function describeLookUp(found: readonly FoundOne[], language: Language, today: string | undefined): string {
  return found.map((one) => describeOne(one, language, today)).join('\n\n');
}

function describeOne(found: FoundOne, language: Language, today: string | undefined): string {
  if (found.kind === 'parcel') return describeParcel(found.parcel, language);
  const { order, parcels } = found;
  return [
    `${describeOrder(order, language)}${describePromise(order, language, today)}`,
    ...(order.refund ? [describeRefund(order.refund, language)] : []),
    ...parcels.map((parcel) => describeParcel(parcel, language)),
  ].join('\n');
}

function describeOrder(order: Order, language: Language): string {
  const items = order.items.map(({ title, quantity }) => `${title}×${quantity}`).join(language === 'zh' ? '、' : ', ');
  const status = ORDER_STATUS[language][order.status];
  return language === 'zh'
    ? `订单 ${order.id}（${items}，实付 ${order.total} 元）：${status}。`
    : `Order ${order.id} (${items}, ¥${order.total}): ${status}.`;
}

function describePromise(order: Order, language: Language, today: string | undefined): string {
  const { status, promisedShipBy } = order;
  if (status !== 'paid' || !promisedShipBy) return '';
  const isOver = isLate(order, today);
  if (language === 'zh') {
    return isOver ? `原定最晚 ${promisedShipBy} 前发出，现在已经超时。` : `最晚 ${promisedShipBy} 前发出。`;
  }
  return isOver
    ? ` It should have shipped by ${promisedShipBy} and is late.`
    : ` It ships by ${promisedShipBy} at the latest.`;
}

function describeRefund(refund: NonNullable<Order['refund']>, language: Language): string {
  const status = REFUND_STATUS[language][refund.status];
  return language === 'zh'
    ? `退款 ${refund.amount} 元退至${refund.to}：${status}（${refund.updatedAt} 更新）。`
    : `Refund of ¥${refund.amount} to ${refund.to}: ${status} (updated ${refund.updatedAt}).`;
}

function describeParcel(parcel: Parcel, language: Language): string {
  const [latest] = parcel.events;
  const status = PARCEL_STATUS[language][parcel.status];
  if (language === 'zh') {
    return `${parcel.courier} ${parcel.trackingNumber}：${status}。${latest ? `最新动态 ${latest.at} ${latest.place} ${latest.text}。` : ''}`;
  }
  return `${parcel.courier} ${parcel.trackingNumber}: ${status}.${latest ? ` Latest: ${latest.at}, ${latest.place}, ${latest.text}.` : ''}`;
}
