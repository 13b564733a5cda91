import type { Language } from '@bureau/subgraph';
import type { Broken } from './rule-broken.rules.ts';

/** What is said of a refusal; `{limit}`, `{allowed}` and `{found}` stand for its values. */
export interface BrokenSentence {
  /** The heading in docs/rules/enrollment.md. */
  rule: string;
  zh: string;
  en: string;
}

export interface BrokenAnswer {
  __typename: 'RuleBroken';
  message: string;
  field: string[];
  code: string;
  rule: string;
  limit: string | null;
  allowed: string[];
  found: string | null;
}

/** A refusal in the caller's language; the sentences know every code, or do not compile. */
export function brokenAnswer<Code extends string>(
  { code, field, limit, allowed = [], found }: Broken<Code>,
  sentences: Readonly<Record<Code, BrokenSentence>>,
  language: Language,
): BrokenAnswer {
  const sentence = sentences[code];
  const values = { limit: textOf(limit), found: textOf(found), allowed: allowed.join(language === 'zh' ? '、' : ', ') };
  const message = sentence[language].replace(
    /\{(limit|found|allowed)\}/g,
    (_, name: keyof typeof values) => values[name] ?? '',
  );
  const path = field === '' ? [] : field.split('.');
  return {
    __typename: 'RuleBroken',
    message,
    field: ['input', ...path],
    code,
    rule: `docs/rules/enrollment.md#${sentence.rule}`,
    limit: values.limit,
    allowed: [...allowed],
    found: values.found,
  };
}

const textOf = (value: string | number | undefined): string | null => (value === undefined ? null : String(value));
