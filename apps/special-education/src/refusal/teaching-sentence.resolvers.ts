import type { HoursRefusal, MissRefusal } from '../home-teaching/session-act.service.ts';
import type { PlanRefusal, ScheduleRefusal } from '../home-teaching/teaching-act.service.ts';
import { type Said, say } from './said.ts';
import type { Common } from './sentence.resolvers.ts';

export type TeachingRefusal = PlanRefusal | ScheduleRefusal | MissRefusal | HoursRefusal;

export function teachingSentence(refusal: Exclude<TeachingRefusal, Common>): Said {
  switch (refusal.kind) {
    case 'HomeTeachingNotPlaced':
      return say('startsOn', '该儿童当日的安置不是送教上门。', 'The child is not placed in home teaching on that day.');
    case 'HomeTeachingPaceUnfit':
      return say(
        'weekdays',
        '请填写送教星期（1至7，不重复）、课时和教师。',
        'Give weekdays (1 to 7, each once), hours and teachers.',
      );
    case 'HolidayYearNotLoaded':
      return say(
        'until',
        `尚未导入${refusal.year}年节假日安排。`,
        `The state holidays of ${refusal.year} are not loaded.`,
      );
    case 'SessionActNotDue':
      return say('homeTeachingSession', `该次送教当前为${refusal.state}。`, `The visit stands at ${refusal.state}.`);
    case 'SessionHoursUnfit':
      return say(refusal.at, `课时不得超过${refusal.most}。`, `Not more than ${refusal.most} class-hours.`);
  }
}
