import { type Desk, placeOf } from '../record/desk.repository.ts';
import type { Outcome, RecordService } from '../record/record.service.ts';
import { type Refusal, refuse, staleRefusals } from '../refusal/refusal.rules.ts';
import { BandwidthContractEntity } from './bandwidth-contract.entity.ts';
import { type Classroom, ClassroomEntity } from './classroom.entity.ts';
import {
  type ClassroomAsked,
  classroomRefusals,
  type ContractAsked,
  contractRefusals,
  type SpeedAsked,
  speedRefusals,
} from './connectivity.rules.ts';
import type { RoomKind } from './connectivity-terms.rules.ts';
import { SpeedTestEntity } from './speed-test.entity.ts';

interface OfSchool {
  school: string;
  idempotencyKey?: string | null;
}

export interface ClassroomInput extends OfSchool, ClassroomAsked {
  kind: RoomKind;
  hasMultimedia: boolean;
  hasWifi: boolean;
  closedOn?: string | null;
  version?: number | null;
}

export interface SpeedTestInput extends OfSchool, SpeedAsked {
  classroom?: string | null;
  measuredAt: string;
}

type RoomRefusal = Refusal<'RecordNotFound' | 'RecordChanged' | 'RecordExists' | 'TextUnfit' | 'DayTooLate'>;

/** What schools report of their rooms, lines and speeds. */
export class ConnectivityService {
  readonly #records: RecordService;

  constructor(records: RecordService) {
    this.#records = records;
  }

  /** Writes a room down; of a name that the school has already, with the version that was read, changes it. */
  recordClassroom(input: ClassroomInput): Promise<Outcome<RoomRefusal>> {
    return this.#records.act('classroomRecord', input, async (desk) => {
      const school = await desk.findSchool(input.school);
      if (!school) return { id: null, refusals: [refuse('RecordNotFound', 'school', {})] };
      const refusals = classroomRefusals(input, desk.today);
      if (refusals.length > 0) return { id: null, refusals };

      const { name, kind, hasMultimedia, hasWifi, installedOn = null, closedOn = null } = input;
      const now = { kind, hasMultimedia, hasWifi, installedOn, closedOn };
      await desk.lock(`classroom ${school.id} ${name}`);
      const known = await desk.findBy(ClassroomEntity, { schoolId: school.id, name });
      if (known) return changeRoom(desk, known, { version: input.version ?? 0, now });
      const room = { ...placeOf(school), id: desk.newId(), name, ...now, version: 1 };
      await desk.insert(ClassroomEntity, room);
      return { id: room.id, refusals };
    });
  }

  recordContract(
    input: ContractAsked & OfSchool,
  ): Promise<Outcome<Refusal<'RecordNotFound' | 'RecordExists' | 'TextUnfit' | 'DayTooEarly' | 'ValueOutOfRange'>>> {
    return this.#records.act('bandwidthContractRecord', input, async (desk) => {
      const school = await desk.findSchool(input.school);
      if (!school) return { id: null, refusals: [refuse('RecordNotFound', 'school', {})] };
      const refusals = contractRefusals(input);
      if (refusals.length > 0) return { id: null, refusals };

      const { line, operator, mbps, monthlyFen, startsOn, endsOn } = input;
      const agreed = { line, operator, mbps, monthlyFen, startsOn, endsOn };
      const contract = { ...placeOf(school), id: desk.newId(), ...agreed, version: 1 };
      if (await desk.insert(BandwidthContractEntity, contract)) return { id: contract.id, refusals };
      return { id: null, refusals: [refuse('RecordExists', 'line', { existing: null })] };
    });
  }

  recordSpeedTest(
    input: SpeedTestInput,
  ): Promise<Outcome<Refusal<'RecordNotFound' | 'DayTooLate' | 'ValueOutOfRange'>>> {
    return this.#records.act('speedTestRecord', input, async (desk) => {
      const school = await desk.findSchool(input.school);
      if (!school) return { id: null, refusals: [refuse('RecordNotFound', 'school', {})] };
      const room = input.classroom ? await desk.findForUpdate(ClassroomEntity, input.classroom, 'classroom') : null;
      if (input.classroom && room?.schoolId !== school.id)
        return { id: null, refusals: [refuse('RecordNotFound', 'classroom', {})] };
      const measuredAt = new Date(input.measuredAt);
      const refusals = speedRefusals(input, { isFuture: measuredAt > desk.now, today: desk.today });
      if (refusals.length > 0) return { id: null, refusals };

      const { downKbps, upKbps, latencyMs } = input;
      const measured = { classroomId: room?.id ?? null, measuredAt, downKbps, upKbps, latencyMs };
      const test = { ...placeOf(school), id: desk.newId(), ...measured, recordedAt: desk.now };
      await desk.insert(SpeedTestEntity, test);
      return { id: test.id, refusals };
    });
  }
}

async function changeRoom(
  desk: Desk,
  room: Classroom,
  { version, now }: { version: number; now: Partial<Classroom> },
): Promise<Outcome<RoomRefusal>> {
  if (version === 0) return { id: room.id, refusals: [refuse('RecordExists', 'name', { existing: globalId(room) })] };
  const refusals = staleRefusals(room, { version });
  if (refusals.length === 0) await desk.change(ClassroomEntity, room, now);
  return { id: room.id, refusals };
}

const globalId = ({ countyCode, id }: Classroom) => `${countyCode}.${id}`;
