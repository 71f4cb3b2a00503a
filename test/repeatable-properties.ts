import fc from 'fast-check';

/**
 * Property tests draw the same examples each time, so that a run tells about the change and not about its luck.
 * `FAST_CHECK_SEED=$RANDOM npm test` looks elsewhere.
 */
fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 1) });
