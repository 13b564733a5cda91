import fc from 'fast-check';

// One seed for all property tests of a run, so that a failing run can be repeated.
const { TEST_SEED } = process.env;
if (TEST_SEED) fc.configureGlobal({ seed: Number(TEST_SEED) });
