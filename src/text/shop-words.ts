/** Words of online trade that the general dictionary splits or does not know; written for this project. */
export const SHOP_WORDS: readonly string[] =
  `运费险 退货 退款 退换货 换货 退换 优惠券 满减 预售 定金 尾款 发货 催发货 签收 拒收 拦截 驿站 菜鸟驿站
快递 顺丰 中通 圆通 申通 韵达 极兔 到付 包邮 运费 邮费 补差价 差价 保价 价保 七天无理由 无理由 仅退款 售后 客服 人工客服 转人工 旗舰店
花呗 借呗 支付宝 微信支付 货到付款 先用后付 代付 分期 免息 信用卡 发票 专票 普票 电子发票 抬头 税号 开票 会员 积分 生日券 红包 津贴
双十一 双11 双十二 双12 618 尺码 码数 偏大 偏小 色差 起球 掉色 褪色 缩水 面料 材质 成分 含绒量 充绒量 羽绒服 针织衫 连衣裙 牛仔裤
卫衣 睡衣 四件套 床单 被套 浴巾 收纳箱 马克杯 香薰 毛毯 抱枕 拖鞋 保修 质保 维修 三包 正品 假货 瑕疵 破损 少发 漏发 错发 发错 补发
补货 到货 上新 库存 断货 缺货 赠品 好评返现 买家秀 差评 投诉 举报 物流 单号 快递单号 订单号 订单 收货地址 改地址 拍错 拍下 付款 下单
取消订单 退货地址 寄回 上门取件 以旧换新 实体店 批发 定制 刺绣 礼盒 包装 身高 体重 三围 腰围 胸围 说明书 保质期 生产日期 过期 旺旺 亲亲`
    .split(/\s+/)
    .filter(Boolean);

/** Misspellings so frequent that they had better stay one word. */
export const MISSPELT_SHOP_WORDS: readonly string[] = ['优惠卷'];
