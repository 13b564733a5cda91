import type { Day } from '@bureau/calendar';
import { composeResidentNumber } from '@bureau/resident-id';

export interface IdentityNumbers {
  next(hukou: string, bornOn: Day, sex: '1' | '2'): string;
}

/** No province has this code (GB/T 2260), so no person can have a number that begins with it. */
const NO_PROVINCE = '99';

/** Numbers that are valid in form and check character, each given once, and nobody's. */
export function createIdentityNumbers(): IdentityNumbers {
  const given = new Map<string, number>();
  return {
    next(hukou, bornOn, sex) {
      const division = `${NO_PROVINCE}${hukou.slice(2, 6)}`;
      const line = `${division}${bornOn}${sex}`;
      const count = (given.get(line) ?? 0) + 1;
      given.set(line, count);
      return composeResidentNumber(division, bornOn, sex === '1' ? count * 2 - 1 : count * 2);
    },
  };
}
