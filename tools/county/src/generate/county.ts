import { ratePlans } from '../plan/programmes.ts';
import { createRandom } from '../random.ts';
import { newAwards } from './awards.ts';
import { newChildrenOfAge } from './children-of-age.ts';
import { createContext } from './context.ts';
import { newDigitalProfiles, newPlatformPilots, newSmartCampusRatings } from './internet-plus.ts';
import { newPayments } from './payments.ts';
import { newPlacements } from './placements.ts';
import { newRoll } from './roll.ts';
import { newSchools } from './schools.ts';

/** The day on which the demonstration county stands: the day of the report. Nothing in it happens later. */
export const COUNTY_STANDS_ON = '2024-12-05';

/** The seed of the county that comes with the platform. */
const COUNTY_SEED = 'yongning';

export type SyntheticCounty = ReturnType<typeof generateCounty>;

/** A county in which nobody is a real person; the same for the same seed, to the last byte. */
export function generateCounty(seed: string = COUNTY_SEED) {
  const root = createContext(createRandom(seed));
  const part = (name: string) => ({ ...root, random: root.random.fork(name) });

  const planned = newSchools(part('schools'));
  const schools = planned.map(({ school }) => school);
  const { classes, children, disabilities, dropoutCases } = newRoll(part('roll'), planned);
  const placements = newPlacements(part('placements'), disabilities);
  const childrenOfAge = newChildrenOfAge(part('ledger'), children);
  const awardedLists = newAwards(part('awards'), children, disabilities);
  const payments = newPayments(part('payments'), awardedLists);
  return {
    schools,
    classes,
    children,
    childrenOfAge,
    dropoutCases,
    disabilities,
    placements,
    awards: awardedLists.flatMap(({ awards }) => awards),
    payments,
    rateIds: ratePlans.map(() => root.newId()),
    digitalProfiles: newDigitalProfiles(part('profiles'), schools, children),
    smartCampusRatings: newSmartCampusRatings(part('ratings'), schools),
    platformPilots: newPlatformPilots(part('pilots'), schools),
  };
}
