import { preferredLanguage } from './language.ts';

it.each([
  [undefined, 'zh'],
  ['', 'zh'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['EN', 'en'],
  ['enx', 'zh'],
  ['de, en', 'zh'],
])('speaks to %p in %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language);
});
