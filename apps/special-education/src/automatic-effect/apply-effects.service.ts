import {
  dataOf,
  type FeedEvent,
  handoverItemChanged,
  type HandoverItemChanged,
  schoolChanged,
  type SchoolChanged,
  studentChanged,
  type StudentChanged,
} from '@bureau/events';
import type { Store } from '../store.ts';
import { AutomaticEffectRepository } from './automatic-effect.repository.ts';
import { closureEffects, handoverEffects, type Planned, rollEffects } from './automatic-effect.rules.ts';
import { childFacts, type Source, writeEffect } from './write-effect.service.ts';

type Told<Data> = Data & { event: FeedEvent };

/** The last state told of each subject; what came late or twice is left out. */
function latest<Data extends { version: number }>(
  told: Told<Data>[],
  idOf: (data: Data) => string,
): Map<string, Told<Data>> {
  const states = new Map<string, Told<Data>>();
  for (const state of told) {
    const known = states.get(idOf(state));
    if (!known || known.version < state.version) states.set(idOf(state), state);
  }
  return states;
}

function read(events: FeedEvent[]) {
  const told = <Data>(type: { type: string }, parse: (event: FeedEvent) => Data): Told<Data>[] =>
    events.filter((event) => event.type === type.type).map((event) => ({ ...parse(event), event }));
  return {
    students: latest<StudentChanged>(
      told(studentChanged, (event) => dataOf(studentChanged, event)),
      ({ id }) => id,
    ),
    schools: latest<SchoolChanged>(
      told(schoolChanged, (event) => dataOf(schoolChanged, event)),
      ({ id }) => id,
    ),
    items: latest<HandoverItemChanged>(
      told(handoverItemChanged, (event) => dataOf(handoverItemChanged, event)),
      ({ studentId }) => studentId,
    ),
  };
}

/**
 * What enrollment's events mean for the children of the ledger. Only what is newer than the last state that had its
 * effects has some, so late, repeated and replayed events change nothing.
 */
export async function applyEffects(store: Store, events: FeedEvent[]): Promise<void> {
  const { students, schools, items } = read(events);
  const closed = [...schools.values()].filter(({ closesOn }) => closesOn !== null).map(({ id }) => id);
  const concerned = { studentIds: [...students.keys(), ...items.keys()], schoolIds: closed };
  if (concerned.studentIds.length + closed.length === 0) return;
  const children = await new AutomaticEffectRepository(store.reader).listConcernedForUpdate(store.county, concerned);
  for (const { id, studentId } of children) {
    const child = { id, student: students.get(studentId ?? ''), item: items.get(studentId ?? '') };
    if (child.student) await applyRoll(store, id, child.student);
    if (child.item) await applyHandover(store, id, child.item);
    await applyClosure(store, id, schools);
  }
}

async function applyRoll(store: Store, childId: string, student: Told<StudentChanged>): Promise<void> {
  const { child, facts } = await childFacts(store, childId);
  if (student.version <= child.rollVersion) return;
  await store.children.change(child, { rollVersion: student.version });
  const source = { event: student.event, subjectId: student.id, subjectVersion: student.version };
  await writeAll(store, childId, rollEffects(facts, student), source);
}

async function applyHandover(store: Store, childId: string, item: Told<HandoverItemChanged>): Promise<void> {
  const { facts } = await childFacts(store, childId);
  const effects = await store.effects.list({ childId, rule: 'HANDOVER_ACCEPTED', subjectId: item.id });
  if (effects.some(({ subjectVersion }) => subjectVersion >= item.version)) return;
  const isAnswered = item.state !== 'DRAFT' && item.state !== 'SENT' && item.state !== 'RECEIVED';
  if (!isAnswered) return;
  const source = { event: item.event, subjectId: item.id, subjectVersion: item.version };
  await writeAll(store, childId, handoverEffects(facts, item.responsibleSchoolId), source);
}

async function applyClosure(store: Store, childId: string, schools: Map<string, Told<SchoolChanged>>): Promise<void> {
  const { child, facts } = await childFacts(store, childId);
  const school = schools.get(child.schoolId ?? '');
  if (!school || school.closesOn === null) return;
  const source = { event: school.event, subjectId: school.id, subjectVersion: school.version };
  await writeAll(store, childId, closureEffects(facts, school.successorIds), source);
}

async function writeAll(store: Store, childId: string, planned: Planned[], source: Source): Promise<void> {
  for (const effect of planned) await writeEffect(store, childId, effect, source);
}
