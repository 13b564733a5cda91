// lies at: apps/student-aid/src/probe/probe.spec.ts
// breaks: jest/no-restricted-jest-methods
import { jest } from '@jest/globals';

jest.mock('./probe.service.ts');
