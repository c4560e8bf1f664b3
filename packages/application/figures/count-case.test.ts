import { dayIn } from '@layan/domain/case/day-figures';
import { aFiledCase, aNextChange } from '@layan/testing/builders/a-case';
import { aTenant } from '@layan/testing/builders/a-tenant';
import { AGENCY, caseIdOf, minute } from '@layan/testing/builders/ids';
import { memoryTenant } from '@layan/testing/memory/memory-tenant';
import { describe, expect, it } from 'vitest';
import { makeCountCase } from './count-case.ts';

async function tenantWithCases(count: number) {
  const ports = memoryTenant();
  await ports.directory.save(aTenant());
  for (let n = 1; n <= count; n += 1) {
    const filed = aFiledCase(n);
    await ports.cases.commit(filed);
    await ports.cases.commit(aNextChange(filed.after));
  }
  const today = dayIn(aTenant().calendar.zone, minute(1));
  return {
    ports,
    countCase: makeCountCase(ports),
    figures: async () => (await ports.figures.day(AGENCY, today))?.figures,
  };
}

describe('counting a case', () => {
  it('adds its events to the day of the agency', async () => {
    const { countCase, figures } = await tenantWithCases(1);
    expect(await countCase({ caseId: caseIdOf(1) })).toBe(2);
    expect(await figures()).toMatchObject({ filed: 1, promisesKept: 1 });
  });

  it('counts once what is delivered twice', async () => {
    const { countCase, figures } = await tenantWithCases(1);
    await countCase({ caseId: caseIdOf(1) });
    expect(await countCase({ caseId: caseIdOf(1) })).toBe(0);
    expect(await figures()).toMatchObject({ filed: 1, promisesKept: 1 });
  });

  it('counts every case once when many are counted into one day at the same time', async () => {
    const { countCase, figures } = await tenantWithCases(6);
    const ids = [1, 2, 3, 4, 5, 6].map(caseIdOf);
    await Promise.all([...ids, ...ids].map((caseId) => countCase({ caseId })));
    expect(await figures()).toMatchObject({ filed: 6, promisesKept: 6 });
  });

  it('ignores a pointer to a case that is not there', async () => {
    const { countCase } = await tenantWithCases(0);
    expect(await countCase({ caseId: caseIdOf(9) })).toBe(0);
  });
});
