// Does exactly the next step of a tenant that leaves, and saves how far it has come, which triggers the one after. Every step
// can be repeated; a failure is recorded and waits for somebody to say go on.

import type { TenantId } from '@layan/domain/kernel/ids';
import {
  type ExportedFile,
  type Offboarding,
  type OffboardingStep,
  offboardingSteps,
} from '../ports/offboarding.ts';
import { certify, tell } from './leaving/certify.ts';
import { close, settle } from './leaving/close-doors.ts';
import { exportAll } from './leaving/export-all.ts';
import type { Do, OffboardPorts } from './leaving/leaving-step.ts';
import { accounts, keys, objects, table } from './leaving/take-away.ts';
import { tenantAct } from './tenant-act.ts';

const doStep = {
  close,
  settle,
  export: exportAll,
  accounts,
  objects,
  table,
  keys,
  certificate: certify,
  tell,
} as const satisfies Record<OffboardingStep, Do>;

const afterStep = (leaving: Offboarding, step: OffboardingStep): Offboarding => {
  const { step: _, ...rest } = leaving;
  if (step === 'export') return { ...rest, state: 'exported' };
  const next = offboardingSteps[offboardingSteps.indexOf(step) + 1];
  return next === undefined ? { ...rest, state: 'destroyed' } : { ...rest, step: next };
};

/** Undefined when there was nothing to do, or it waits. */
export const makeOffboard =
  (ports: OffboardPorts) =>
  async ({ tenant }: { readonly tenant: TenantId }): Promise<Offboarding | undefined> => {
    const registration = await ports.register.find(tenant);
    const leaving = registration?.offboarding;
    if (!registration || leaving?.step === undefined || leaving.failure !== undefined) return undefined;
    const { step } = leaving;
    const save = async (after: Offboarding, act: string, file?: ExportedFile) => {
      const changed = { ...registration, offboarding: after, revision: registration.revision + 1 };
      const detail = step === 'certificate' && after.certificate ? after.certificate.hash : step;
      const entry = tenantAct(act, tenant, undefined, ports.clock.now(), detail);
      const saved = await ports.register.save(changed, registration.revision, entry, file);
      return saved.ok ? after : undefined;
    };
    try {
      const done = await doStep[step](ports, registration, leaving);
      if (done === 'waiting') return undefined;
      if ('stay' in done) return await save(done.stay, 'offboarding-goes-on', done.file);
      return await save(afterStep(done.next, step), 'offboarding-step');
    } catch (cause) {
      const failure = cause instanceof Error ? cause.message : 'unknown';
      return save({ ...leaving, failure }, 'offboarding-failed');
    }
  };
