/** What one would read for an answer to a question. */
export interface ReadablePassage {
  /** Title of the article. */
  readonly title: string;
  /** Heading of the section, where it has one. */
  readonly heading?: string;
  /** The article's sample question that is nearest to what was asked, where it has any. */
  readonly sampleQuestion?: string;
  /** Sentences of the section in reading order; none for an article that is its title. */
  readonly sentences: readonly string[];
  /** Position in `sentences` of the one nearest to what was asked: a long section is read around it. */
  readonly best: number;
}

/** Reads a question and a passage together, which costs more than comparing their vectors and sees more. */
export interface PassageReader {
  /**
   * Log odds that the passage answers the question. Not calibrated for any one shop: what is made of them is learned
   * (`ReadingModel`).
   * @throws OverloadedError when the bounded queue is full.
   */
  read(question: string, passage: ReadablePassage): Promise<number>;
}
