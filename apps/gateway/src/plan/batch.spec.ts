import { batchOf } from './batch.ts';
import type { Data } from './data.ts';

const represent = ({ county, id }: Data) =>
  id === undefined ? undefined : { text: JSON.stringify([county, id]), hint: county, missing: [], typenames: [] };
const entity = (county: number, id?: number): Data => ({ county, ...(id === undefined ? {} : { id }) });

it('takes each different entity once and remembers who waits for it', () => {
  const targets = [entity(1, 1), entity(2, 1), entity(1, 2), entity(1), entity(1, 1), entity(1, 2), entity(2, 1)];
  const { representations, waiting } = batchOf(targets, represent);
  expect(representations.map(({ text }) => text)).toEqual(['[1,1]', '[2,1]', '[1,2]']);
  expect(waiting).toEqual([
    [0, 4],
    [1, 6],
    [2, 5],
  ]);
});

it('is empty where nothing can be represented', () => {
  expect(batchOf([entity(1), entity(2)], represent)).toEqual({ representations: [], waiting: [] });
});
