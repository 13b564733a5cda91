import { type Bench, openBench } from '../seed/bench.seed.ts';
import type { Place, SeededStudent } from '../seed/county.seed.ts';

const CHECK = `mutation { handoverArrivalsCheck {
  arrived { studentName state arrivedOn } missing { studentName state dropoutCase { stage discoveredBy formerSchool { name } school { name } } }
} }`;

let bench: Bench;
let primary: Place;
let junior: Place;
beforeAll(async () => {
  bench = await openBench();
  await bench.seed.county('640121', '永宁县');
  await bench.seed.schoolDays('640121', '2024-09-02', '2025-01-17');
  primary = await bench.seed.school('640121', '望远小学');
  junior = await bench.seed.school('640121', '望远中学', { stage: 'JUNIOR_SECONDARY' });
});
afterAll(() => bench.close());

async function handedOver(student: SeededStudent, name: string, dueOn: string): Promise<void> {
  const packet = crypto.randomUUID();
  await bench.database.arrange(
    `INSERT INTO handover (county_code, id, kind, from_school_id, school_year, prepared_on, due_on)
     VALUES ('640121', $1, 'STAGE_TRANSITION', $2, 2023, '2024-06-15', '2024-07-31')`,
    [packet, primary.school],
  );
  await bench.database.arrange(
    `INSERT INTO handover_item (county_code, id, handover_id, kind, student_id, student_name, from_school_id, from_class_id, to_school_id,
       township_code, categories, state, due_on, sent_on, acknowledged_on)
     VALUES ('640121', gen_random_uuid(), $1, 'STAGE_TRANSITION', $2, $3, $4, $5, $6, $7, '{LEFT_BEHIND}', 'ACKNOWLEDGED', $8, '2024-07-20', '2024-08-01')`,
    [packet, student.id, name, primary.school, primary.class, junior.school, primary.township, dueOn],
  );
}

it('finds in the roll-calls who has arrived, and opens a case that names both schools about who has not', async () => {
  const came = await bench.seed.student(junior, { startedOn: '2024-09-01' });
  const missing = await bench.seed.student(primary, { startedOn: '2023-09-01' });
  const awaited = await bench.seed.student(primary, { startedOn: '2023-09-01' });
  await handedOver(came, '已到', '2024-09-15');
  await handedOver(missing, '未到', '2024-12-04');
  await handedOver(awaited, '待查', '2024-12-05');
  await bench.seed.rollCalls(junior, { from: '2024-09-03', to: '2024-09-04' });

  const office = bench.desk.as({ roles: ['enrollment-office'] });
  const { data, errors } = await office(CHECK);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    handoverArrivalsCheck: {
      arrived: [{ studentName: '已到', state: 'ARRIVED', arrivedOn: '2024-09-03' }],
      missing: [
        {
          studentName: '未到',
          state: 'CASE_OPENED',
          dropoutCase: {
            stage: 'SUSPECTED',
            discoveredBy: 'HANDOVER_NOT_ARRIVED',
            formerSchool: { name: '望远小学' },
            school: { name: '望远中学' },
          },
        },
      ],
    },
  });
  const again = await office(CHECK);
  expect(again.data).toEqual({ handoverArrivalsCheck: { arrived: [], missing: [] } });
  for (const school of [primary.school, junior.school]) {
    const ask = bench.desk.as({ roles: ['principal'], school: `640121.${school}` });
    expect((await ask('{ dropoutCases { totalCount } }')).data).toEqual({ dropoutCases: { totalCount: 1 } });
  }
});
