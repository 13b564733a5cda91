import type { Workload } from './load.ts';

const fields = `id code name stage township { code name } pupils classes address
  aidFen awards { programme personTimes amount } resourceRoom inclusiveChildren bandwidthMbps smartCampus terminalsPerPupil`;

const page = (first: number) => `query Schools($year: Int) { schools(first: ${first}, year: $year) {
  id name pupils aidFen resourceRoom inclusiveChildren bandwidthMbps terminalsPerPupil } }`;
const copies = Array.from({ length: 3 }, (_, index) => `part${index}: schools(first: 44) { ${fields} }`).join('\n');

const asked = (query: string) => (n: number) => JSON.stringify({ query, variables: { year: n } });
const always = (query: string) => () => JSON.stringify({ query });

/** No request of the first two is like another: nothing can be remembered. */
export const workloads: Workload[] = [
  { name: 'unique', what: 'ten schools, four offices, four requests in two rounds', body: asked(page(10)) },
  { name: 'wide', what: 'the same for fifty schools', body: asked(page(50)) },
  { name: 'heavy', what: 'an answer of 85 kB, three times 44 schools', body: always(`query Heavy { ${copies} }`) },
  {
    name: 'light',
    what: 'one school, two offices',
    body: always(
      'query Light { school(id: "640121.0190a6f0-0000-7000-8000-000000000007") { name pupils resourceRoom inclusiveChildren } }',
    ),
  },
  { name: 'one office', what: 'a field of one office', body: always('query One { schools(first: 1) { id name } }') },
];
