import { Circuit } from './circuit.ts';

describe('the circuit before a service', () => {
  let now = 0;
  let circuit: Circuit;

  beforeEach(() => {
    now = 1_000;
    circuit = new Circuit({ failures: 3, pauseMs: 100, now: () => now });
  });

  function failTimes(times: number): void {
    for (let i = 0; i < times; i += 1) circuit.failed();
  }

  it('stays closed up to one failure before the last that it bears', () => {
    failTimes(2);
    expect(circuit.admits()).toBe(true);
    failTimes(1);
    expect(circuit.admits()).toBe(false);
  });

  it('lets one request try when the pause is over, and no second beside it', () => {
    failTimes(3);
    now += 99;
    expect(circuit.admits()).toBe(false);
    now += 1;
    expect([circuit.admits(), circuit.admits()]).toEqual([true, false]);
  });

  it('opens again when the attempt fails, and closes when it is answered', () => {
    failTimes(3);
    now += 100;
    circuit.admits();
    circuit.failed();
    expect(circuit.admits()).toBe(false);
    now += 100;
    circuit.admits();
    circuit.succeeded();
    expect([circuit.admits(), circuit.admits()]).toEqual([true, true]);
    failTimes(2);
    expect(circuit.admits()).toBe(true);
  });

  it('lets nobody try a service that hangs until it is heard again', () => {
    circuit.trip();
    now += 1_000_000;
    expect([circuit.admits(), circuit.isOpen]).toEqual([false, true]);
    circuit.succeeded();
    expect([circuit.admits(), circuit.isOpen]).toEqual([true, false]);
  });
});
