import { codeTable } from '@bureau/codes';

export const boardingMode = codeTable('BOARDING_MODE');
