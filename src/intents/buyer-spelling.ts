import { hasHan } from '../text/letters.ts';

/**
 * What buyers type and what they mean: slips of the input method, homophones, dialect and chat spelling.
 * Longer entries win; an entry that is a proper word elsewhere is left out.
 */
const MEANT: readonly (readonly [typed: string, meant: string])[] = `
优惠卷 优惠券|优会券 优惠券|优惠劵 优惠券|优惠圈 优惠券|抵用卷 抵用券|退huo 退货|推货 退货|褪货 退货|退kuan 退款
退宽 退款|推款 退款|换huo 换货|发huo 发货|发祸 发货|快弟 快递|快第 快递|快滴 快递|kuaidi 快递|运废 运费
运费线 运费险|云费 运费|邮废 邮费|包油 包邮|保邮 包邮|抱邮 包邮|木有 没有|米有 没有|么有 没有|神马 什么
什莫 什么|肿么 怎么|怎莫 怎么|咋么 怎么|咋个 怎么|咋整 怎么办|咋办 怎么办|咋弄 怎么弄|咋样 怎么样|咋 怎么
啥时候 什么时候|啥时 什么时候|为啥 为什么|啥 什么|介个 这个|这过 这个|辣个 那个|酱紫 这样子|素不素 是不是
灰常 非常|窝的 我的|尼们 你们|泥们 你们|妹有 没有|蟹蟹 谢谢|3q 谢谢|3x 谢谢|thx 谢谢|sf 顺丰|顺风快递 顺丰快递
顺风 顺丰|圆桶 圆通|园通 圆通|中桶 中通|忠通 中通|申同 申通|韵打 韵达|极免 极兔|yzf 支付宝|zfb 支付宝
支付保 支付宝|花被 花呗|花贝 花呗|hb 红包|wx 微信|vx 微信|威信 微信|薇信 微信|tb 淘宝|桃宝 淘宝|天描 天猫
定单 订单|订单好 订单号|物溜 物流|物六 物流|签受 签收|牵收 签收|尺吗 尺码|尺玛 尺码|尺马 尺码|码书 码数
马数 码数|身膏 身高|公金 公斤|发漂 发票|发飘 发票|fp 发票|开漂 开票|专漂 专票|太头 抬头|收具 收据|质亮 质量
质良 质量|差平 差评|叉评 差评|差凭 差评|投素 投诉|头诉 投诉|举抱 举报|客户服 客服|kefu 客服|kf 客服|人供 人工
转人共 转人工|亲在不 亲在吗|在么 在吗|在嘛 在吗|付宽 付款|付kuan 付款|下丹 下单|下但 下单|拍措 拍错
改地只 改地址|地止 地址|地指 地址|地纸 地址|低址 地址|取肖 取消|曲消 取消|预受 预售|预兽 预售|尾宽 尾款
价宝 价保|降介 降价|便易 便宜|扁宜 便宜|pianyi 便宜|打拆 打折|会圆 会员|会元 会员|积份 积分|红抱 红包|赠拼 赠品
起秋 起球|掉涩 掉色|掉瑟 掉色|褪瑟 褪色|缩税 缩水|色叉 色差|色茶 色差|正拼 正品|假或 假货|破孙 破损|破隧 破损
发措 发错|到帐 到账|暇疵 瑕疵|香熏 香薰|轰干 烘干|生日卷 生日券|驿占 驿站|义站 驿站|菜乌 菜鸟
`
  .trim()
  .split(/[|\n]/)
  .map((entry) => entry.split(' ') as [string, string]);

const MEANT_BY_TYPED = new Map(MEANT);
const CHINESE = pattern(MEANT.map(([typed]) => typed).filter((typed) => hasHan(typed)));
/** Latin abbreviations only where they stand alone: sf in misfit is no courier. */
const LATIN = new RegExp(
  `(?<![a-z0-9])(?:${pattern(MEANT.map(([typed]) => typed).filter((typed) => !hasHan(typed))).source})(?![a-z0-9])`,
  'g',
);

/**
 * The text with frequent buyers' misspellings set right; Chinese only, others are returned as they are.
 * For features and comparisons, never for showing: a guess may be wrong.
 * @param text output of `normalizeText`
 */
export function respell(text: string): string {
  if (!hasHan(text)) return text;
  const meant = (typed: string) => MEANT_BY_TYPED.get(typed) ?? typed;
  return text.replace(CHINESE, meant).replace(LATIN, meant);
}

function pattern(words: string[]): RegExp {
  return new RegExp(words.sort((a, b) => b.length - a.length).join('|'), 'g');
}
