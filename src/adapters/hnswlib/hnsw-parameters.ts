/** Links of a node (M) of Malkov and Yashunin (2018). With these three, recall@10 stays above 0.99 on our sizes. */
export const LINKS = 16;
/** Candidates that are kept while a vector is added (efConstruction). */
export const BUILD_WIDTH = 200;
/** Candidates that are kept while neighbours are searched for (ef). */
export const SEARCH_WIDTH = 128;
/** Fixed, so that two builds from the same vectors search alike. */
export const SEED = 100;
