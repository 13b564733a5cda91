export type Language = 'zh' | 'en';

/** One thing said in both languages. */
export type Sentence = Readonly<Record<Language, string>>;
