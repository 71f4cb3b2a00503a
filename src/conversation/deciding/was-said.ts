/** Whether a text was said, word for word, in one of the replies. Pure. */
export function wasSaid(text: string, replies: readonly string[]): boolean {
  return replies.some((reply) => reply.includes(text));
}

/** Whether one of the replies said it and no other: another question may be answered by it, too. Pure. */
export function wasSaidOnce(text: string, replies: readonly string[]): boolean {
  return replies.filter((reply) => reply.includes(text)).length === 1;
}
