import { type FeedEvent, newEvent, schoolChanged, studentChanged, type StudentChanged } from '@bureau/events';
import { newId } from '@bureau/subgraph';
import { type Bench, openBench } from './seed/bench.seed.ts';
import { keepRosters } from './subscription.ts';

const COUNTY = '640121';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
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

it('schools and children arrive in the rosters; the ledger and its duties stay as they are', async () => {
  const [from, to] = [bench.seed.place(COUNTY), bench.seed.place(COUNTY, '102')];
  const student = await bench.seed.student(from);
  const child = await bench.seed.child(from, { studentId: student });
  await bench.seed.placement(child, 'REGULAR_CLASS');
  const ledger = () =>
    bench.database.arrange(
      'SELECT child.*, placement.* FROM disabled_child child JOIN placement ON child_id = child.id',
    );
  const before = await ledger();

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
  expect(await bench.database.arrange('SELECT id, school_id, version FROM student_roster')).toEqual([
    { id: student, school_id: to.schoolId, version: 2 },
  ]);
  expect(await ledger()).toEqual(before);
});
