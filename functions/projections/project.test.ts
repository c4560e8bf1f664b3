import { TenantId } from '@layan/domain/kernel/ids';
import { createLogger } from '@layan/observability/logger';
import { aCaseWithCard, CARD } from '@layan/testing/builders/a-card';
import { aFiledCase } from '@layan/testing/builders/a-case';
import { aTenant } from '@layan/testing/builders/a-tenant';
import { AGENCY, caseIdOf } from '@layan/testing/builders/ids';
import { fixedClock } from '@layan/testing/fixed-clock';
import { memoryPlatform } from '@layan/testing/memory/memory-tenant';
import { describe, expect, it } from 'vitest';
import { createProject } from './project.ts';

const tenant = TenantId.parse('kota-uji');

async function projections() {
  const clock = fixedClock();
  const platform = memoryPlatform(clock);
  const ports = platform.open(tenant);
  await ports.directory.save(aTenant());
  await ports.cases.commit(aFiledCase(1));
  await ports.ensureSigning('arn:sign');
  const lines: string[] = [];
  return {
    project: createProject(
      (opened) => ({ ...platform.open(opened), clock, origin: 'https://kota-uji.layan.example' }),
      createLogger('projections', (line) => lines.push(line)),
    ),
    ports,
    lines,
  };
}

const message = (messageId: string, body: unknown) => ({ messageId, body: JSON.stringify(body) });

describe('projections', () => {
  it('counts the case a pointer names, for the tenant it names', async () => {
    const { project, ports } = await projections();
    const answer = await project({ Records: [message('m1', { tenant, caseId: caseIdOf(1) })] });
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(await ports.figures.countedTo(caseIdOf(1))).toBe(1);
    expect((await ports.figures.day(AGENCY, '2026-03-02'))?.figures.filed ?? 0).toBeGreaterThanOrEqual(0);
  });

  it('tells the card of a case to the status list of its register, signed', async () => {
    const { project, ports } = await projections();
    await ports.cases.commit(aCaseWithCard(2));
    const pointer = message('m1', { tenant, caseId: caseIdOf(2) });
    expect(await project({ Records: [pointer, pointer] })).toEqual({ batchItemFailures: [] });
    const list = await ports.statusLists.find(`${AGENCY}.${CARD}/2026`);
    expect(list).toMatchObject({ revision: 1, signed: expect.stringMatching(/^[\w-]+(\.[\w-]+){2}$/) });
  });

  it('hands back only the message that failed, and says why without what is in it', async () => {
    const { project, ports, lines } = await projections();
    const answer = await project({
      Records: [message('m1', { tenant: 'nowhere' }), message('m2', { tenant, caseId: caseIdOf(1) })],
    });
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
    expect(await ports.figures.countedTo(caseIdOf(1))).toBe(1);
    expect(lines.some((line) => line.includes('L203'))).toBe(true);
  });
});
