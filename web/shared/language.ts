/** The languages that the customers' pages speak. */
export type Language = 'zh' | 'en';
