import { driftFromEntities } from '@bureau/testing';
import { SchoolHeadcountEntity } from './roster/school-headcount.entity.ts';
import { SchoolRosterEntity } from './roster/school-roster.entity.ts';
import { StudentRosterEntity } from './roster/student-roster.entity.ts';
import { rosterMatching, rosterTables } from './roster/roster.tables.ts';
import { SubscriptionCursorEntity } from './subscription/subscription-cursor.entity.ts';
import { subscriptionTables } from './subscription/subscription.tables.ts';
import { openOffice } from './trial/trial-office.ts';
import { FeedHeadEntity } from './outbox/feed-head.entity.ts';
import { OutboxEventEntity } from './outbox/outbox-event.entity.ts';
import { outboxTables } from './outbox/outbox.tables.ts';

it('builds exactly the tables that the entities declare', async () => {
  await using office = await openOffice(
    'enrollment',
    (role) =>
      outboxTables(role) +
      subscriptionTables(role) +
      rosterTables(role, ['school_roster', 'student_roster', 'school_headcount']) +
      rosterMatching,
  );
  const entities = [
    OutboxEventEntity,
    FeedHeadEntity,
    SubscriptionCursorEntity,
    SchoolRosterEntity,
    StudentRosterEntity,
    SchoolHeadcountEntity,
  ];
  expect(await driftFromEntities({ entities, migrations: [] }, office.ownerUrl)).toEqual([]);
});
