/** Longer texts are kept as bytes: a text of Chinese past 64 000 characters costs a page of memory of its own, each time. */
const pieceCharacters = 16_384;

/** A place in an answer that is being written, to come back to. */
export interface Mark {
  pieces: number;
  text: string;
}

/** The data of an answer as JSON. It is written once, in the order of the answer; what turns out to be null is taken back. */
export class AnswerText {
  /** What has not yet become bytes. */
  text = '';
  readonly #pieces: Buffer[] = [];

  /** Nothing while the answer is short enough to be one text. */
  get pieces(): readonly Buffer[] {
    return this.#pieces;
  }

  mark(): Mark {
    return { pieces: this.#pieces.length, text: this.text };
  }

  goBackTo({ pieces, text }: Mark): void {
    this.#pieces.length = pieces;
    this.text = text;
  }

  /** Called between the items of lists. */
  settle(): void {
    if (this.text.length < pieceCharacters) return;
    this.#pieces.push(Buffer.from(this.text));
    this.text = '';
  }

  toString(): string {
    return this.#pieces.length === 0 ? this.text : Buffer.concat(this.#pieces).toString() + this.text;
  }
}

/** What a text must not hold to stand between quotes as it is; more than JSON asks, which costs no more than a look. */
const unfitForJson = /["\\\p{Cc}\p{Cs}]/u;

export function quoted(text: string): string {
  return unfitForJson.test(text) ? JSON.stringify(text) : `"${text}"`;
}
