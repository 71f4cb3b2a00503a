/** Chinese words that count pieces, 三件 and 两双: the source of a regular expression. */
export const COUNTERS =
  '件|条|條|双|雙|套|箱|盒|包(?![裹邮])|瓶|只|隻|份|张(?!三)|張|支|袋|本(?!来)|把(?!我)|台|臺|顶|副|罐|对|對|枚|卷|床|块(?!钱)';
