import { newId } from '@bureau/subgraph';
import type { OfficeDatabase } from '@bureau/testing';
import type { SchoolDigitalProfile } from '../digital-profile/school-digital-profile.entity.ts';
import type { PlatformPilot } from '../platform-pilot/platform-pilot.entity.ts';
import type { SmartCampusRating } from '../smart-campus/smart-campus-rating.entity.ts';

export interface SeededSchool {
  countyCode: string;
  townshipCode: string;
  id: string;
  /** As GraphQL knows it. */
  globalId: string;
}

type Given<Row> = Partial<Omit<Row, 'countyCode' | 'id' | 'schoolId' | 'townshipCode'>>;
export type ProfileGiven = Given<SchoolDigitalProfile>;
export type RatingGiven = Given<SmartCampusRating>;
export type PilotGiven = Given<PlatformPilot>;

let serial = 0;
const next = () => (serial += 1);
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Arranges schools and what they have for tests, in the words of the office. */
export class CampusSeed {
  readonly #database: OfficeDatabase;

  constructor(database: OfficeDatabase) {
    this.#database = database;
  }

  async #insert(table: string, row: Record<string, unknown>): Promise<void> {
    const places = Object.keys(row).map((_, at) => `$${at + 1}`);
    const columns = Object.keys(row).map(snake);
    await this.#database.arrange(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`,
      Object.values(row),
    );
  }

  /** A school as enrollment's events would have told of it; its code and its name grow with every school. */
  async school(
    countyCode: string,
    given: { township?: string; opensOn?: string; closesOn?: string | null } = {},
  ): Promise<SeededSchool> {
    const { township = '101', opensOn = '2000-09-01', closesOn = null } = given;
    const [id, number] = [newId(), next()];
    const townshipCode = `${countyCode}${township}`;
    await this.#insert('school_roster', {
      countyCode,
      id,
      code: String(2_164_000_000 + number),
      name: `第${String(number).padStart(6, '0')}小学`,
      kind: '211',
      townshipCode,
      opensOn,
      closesOn,
      successorIds: [],
      version: 1,
    });
    return { countyCode, townshipCode, id, globalId: `${countyCode}.${id}` };
  }

  /** A survey of 2024: 200 Mbps, 10 classes of which 9 have multimedia. */
  async profile({ countyCode, townshipCode, id }: SeededSchool, given: ProfileGiven = {}): Promise<string> {
    const profile = {
      schoolYear: 2024,
      broadbandMbps: 200,
      operator: null,
      teachingClasses: 10,
      multimediaClasses: 9,
      wifiClassrooms: 4,
      studentTerminals: 60,
      teacherTerminals: 20,
      interactiveClassrooms: 1,
      surveyedOn: '2024-10-10',
      ...given,
    };
    return this.#record('school_digital_profile', { countyCode, townshipCode, schoolId: id, ...profile });
  }

  /** Three stars of 1 June 2024, for three years. */
  async rating({ countyCode, townshipCode, id }: SeededSchool, given: RatingGiven = {}): Promise<string> {
    const rating = { stars: 3, awardedOn: '2024-06-01', validUntil: '2027-05-31', state: 'AWARDED', endedOn: null };
    return this.#record('smart_campus_rating', { countyCode, townshipCode, schoolId: id, ...rating, ...given });
  }

  /** A national pilot since 1 March 2024. */
  async pilot({ countyCode, townshipCode, id }: SeededSchool, given: PilotGiven = {}): Promise<string> {
    const pilot = { level: 'NATIONAL', batch: '2024年第一批', startedOn: '2024-03-01', endedOn: null };
    return this.#record('platform_pilot', { countyCode, townshipCode, schoolId: id, ...pilot, ...given });
  }

  target(countyCode: string, validFrom: string, mbps: number): Promise<void> {
    return this.#insert('bandwidth_target', { countyCode, validFrom, mbps, document: '宁政发〔2018〕49号' });
  }

  async #record(table: string, row: Record<string, unknown>): Promise<string> {
    const id = newId();
    await this.#insert(table, { id, ...row });
    return id;
  }
}
