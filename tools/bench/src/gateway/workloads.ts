import type { Workload } from './load.ts';

const fields = `id code name stage township { code name } pupils classes address
  aidFen awards { programme personTimes amount } resourceRoom inclusiveChildren bandwidthMbps smartCampus terminalsPerAidYuan`;

const unique = `query Schools($year: Int) { schools(first: 50, year: $year) {
  id name pupils aidFen resourceRoom inclusiveChildren bandwidthMbps terminalsPerAidYuan } }`;
const copies = Array.from({ length: 4 }, (_, index) => `part${index}: schools(first: 50) { ${fields} }`).join('\n');

export const workloads: Workload[] = [
  { name: 'unique', body: (n) => JSON.stringify({ query: unique, variables: { year: n } }) },
  { name: 'heavy', body: () => JSON.stringify({ query: `query Heavy { ${copies} }` }) },
  { name: 'light', body: () => JSON.stringify({ query: 'query Light { schools(first: 1) { id name } }' }) },
];
