// A tenant with one manager, two central admins, and everything an emergency access needs.
import { makeAskEmergencyAccess } from '@layan/application/emergency/ask-emergency-access';
import {
  makeConfirmEmergencyAccess,
  makeDeclineEmergencyAccess,
} from '@layan/application/emergency/decide-emergency-access';
import type { EmergencyRun } from '@layan/application/emergency/emergency-ports';
import { makeEndEmergencyAccess } from '@layan/application/emergency/end-emergency-access';
import { makeRunEmergencyAccess } from '@layan/application/emergency/run-emergency-access';
import type { Mail } from '@layan/application/ports/notices';
import { aMember, aRegistration, aTenant, TENANT } from '../builders/a-tenant.ts';
import { AGENCY } from '../builders/ids.ts';
import { fixedClock } from '../fixed-clock.ts';
import { memoryPlatform } from '../memory/memory-tenant.ts';
import { valueIn } from './ultpk-scene.ts';

export const first = { id: 'admin-1', email: 'satu@pusat.example', name: 'Admin Satu' };
export const second = { id: 'admin-2', email: 'dua@pusat.example', name: 'Admin Dua' };
export const reason = 'Antrean surat berhenti sejak pagi dan warga menunggu.';
export const asking = { by: first, key: 'key-0001', tenant: TENANT, agency: AGENCY, reason, minutes: 30 };
export const manager = aMember(1, { roles: ['serviceManager'], email: 'manajer@dinas-uji.example' });

export async function emergencyScene(sendMail: () => void = () => undefined) {
  const clock = fixedClock();
  const platform = memoryPlatform(clock);
  const tenant = platform.open(TENANT);
  const done = { provisioning: { state: 'done' as const, since: clock.now() } };
  await platform.register.save(aRegistration(aTenant(), done), undefined);
  await tenant.directory.save(aTenant());
  await tenant.staff.save(manager, undefined);
  const mails: Mail[] = [];
  const { register, emergencies, controlChains } = platform;
  const parts: EmergencyRun = {
    emergencies,
    clock,
    mailer: {
      send: async (mail) => {
        sendMail();
        mails.push(mail);
        return { ok: true, value: undefined };
      },
    },
    consoleOrigin: 'https://console.example',
    openTenant: platform.open,
  };
  const run = makeRunEmergencyAccess(parts);
  const ports = { register, emergencies, clock };
  const ask = makeAskEmergencyAccess(ports);
  const confirm = makeConfirmEmergencyAccess(ports);
  const decline = makeDeclineEmergencyAccess(ports);
  const end = makeEndEmergencyAccess(ports);
  const opened = async () => {
    const { id } = valueIn(await ask(asking));
    valueIn(await confirm({ by: second, id }));
    await run({ id });
    const reader = (await tenant.staff.list()).find(({ emergency }) => emergency?.request === id);
    if (!reader) throw new Error('nobody was let in');
    return { id, reader };
  };
  const acts = async (chains = controlChains) =>
    (await chains.entries('administration', { limit: 100 })).map(({ act: { act } }) => act);
  return { clock, platform, tenant, mails, parts, run, ask, confirm, decline, end, opened, acts };
}
