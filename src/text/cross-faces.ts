/** Faces and signs of displeasure, as they stand in a set of a regular expression. 😭 is none: who laughs or thanks cries, too. */
export const CROSS_FACES = '😡😠🤬😤💢👎🖕🙄😒';
