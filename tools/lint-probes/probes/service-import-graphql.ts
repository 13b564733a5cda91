// lies at: apps/student-aid/src/probe/probe.service.ts
// breaks: @typescript-eslint/no-restricted-imports
export { GraphQLError } from 'graphql';
