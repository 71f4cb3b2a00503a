import { z } from 'zod';

/** Schema of a linear model of so many features. */
export function linearModelSchema(features: number) {
  const numbers = z.array(z.number()).length(features);
  return z.object({ mean: numbers, scale: numbers, weights: numbers, intercept: z.number() });
}

/** A standardising linear model. */
export type LinearModel = z.output<ReturnType<typeof linearModelSchema>>;

/** The model's sum: weights by features, each less its mean and in its scale. */
export function evaluateLinear(
  { mean, scale, weights, intercept }: LinearModel,
  features: Float64Array | readonly number[],
): number {
  let sum = intercept;
  for (let at = 0; at < weights.length; at += 1) sum += (weights[at] * (features[at] - mean[at])) / scale[at];
  return sum;
}
