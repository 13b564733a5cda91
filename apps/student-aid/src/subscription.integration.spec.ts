import { type FeedEvent, newEvent, schoolChanged, type StudentChanged, studentChanged } from '@bureau/events';
import { newId } from '@bureau/subgraph';
import { type Bench, openBench } from './seed/bench.seed.ts';
import { keepRosters } from './subscription.ts';

const COUNTY = '640121';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
  await bench.seed.programme(COUNTY, 'CE_LIVING_B');
});
afterAll(() => bench.close());

function apply(events: ReturnType<typeof newEvent>[]): Promise<void> {
  return bench.database.dataSource.transaction(async (manager) => {
    await manager.query(
      `SELECT set_config('bureau.county', $1, true), set_config('bureau.township', '', true),
         set_config('bureau.school', '', true), set_config('bureau.class', '', true)`,
      [COUNTY],
    );
    const received = events.map((event, at): FeedEvent => ({
      ...event,
      id: newId(),
      source: '/bureau/enrollment',
      occurredAt: new Date(),
      position: at + 1,
    }));
    await keepRosters(manager, received);
  });
}

it('schools and children arrive in the rosters; awards stay where the child was', async () => {
  const [from, to] = [bench.seed.place(COUNTY), bench.seed.place(COUNTY, '102')];
  const student = await bench.seed.student(from);
  const award = await bench.seed.award(from, 'CE_LIVING_B', { studentId: student });
  await bench.seed.payment(award);
  const aid = () =>
    bench.database.arrange('SELECT aid_award.*, payment.* FROM aid_award JOIN payment ON award_id = aid_award.id');
  const before = await aid();

  const moved: StudentChanged = {
    id: student,
    schoolId: to.schoolId,
    classId: to.classId,
    townshipCode: to.townshipCode,
    name: '李小明',
    stage: 'PRIMARY',
    grade: 4,
    rollStatus: 'ACTIVE',
    attendancePlacement: 'IN_SCHOOL',
    bornOn: '2015-03-01',
    sex: '1',
    identityIndex: null,
    boarding: null,
    effectiveOn: '2024-09-01',
    version: 2,
  };
  const school = {
    id: to.schoolId,
    code: '2164000001',
    name: '望远中心小学',
    kind: '211',
    townshipCode: to.townshipCode,
    opensOn: '2000-09-01',
    closesOn: null,
    successorIds: [],
    version: 1,
  };
  await apply([newEvent(schoolChanged, COUNTY, school), newEvent(studentChanged, COUNTY, moved)]);

  expect(await bench.database.arrange('SELECT id, name FROM school_roster')).toEqual([
    { id: to.schoolId, name: '望远中心小学' },
  ]);
  expect(await bench.database.arrange('SELECT id, name, school_id, version FROM student_roster')).toEqual([
    { id: student, name: '李小明', school_id: to.schoolId, version: 2 },
  ]);
  expect(await aid()).toEqual(before);
});
