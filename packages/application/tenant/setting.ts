// Where and when a use case runs for people: the tenant, its calendar and its places, at this moment.
import { dateIn } from '@layan/domain/deadline/dates-in-words';
import type { InstantText } from '@layan/domain/kernel/ids';
import type { InputContext } from '@layan/domain/person/fact-input';
import { findVillage, type Regions, villageLabel } from '@layan/domain/tenant/regions';
import type { Tenant } from '@layan/domain/tenant/tenant';
import type { Ports } from '../ports/surroundings.ts';
import { getProfile } from './get-profile.ts';

export type SettingPorts = Pick<Ports, 'directory' | 'clock'>;

export interface Setting {
  readonly tenant: Tenant;
  readonly now: InstantText;
  readonly regions: Regions | undefined;
  readonly input: InputContext;
  /** "Kelurahan Jati, Kecamatan Mayangan"; the code itself where its name is not known. */
  readonly placeName: (code: string) => string;
}

export const getSetting = async (ports: SettingPorts): Promise<Setting> => {
  const [tenant, regions] = await Promise.all([getProfile(ports.directory), ports.directory.findRegions()]);
  const now = ports.clock.now();
  return {
    tenant,
    now,
    regions,
    input: {
      today: dateIn(tenant.calendar.zone, now),
      region: tenant.region,
      ...(regions && { isRegion: (code: string) => findVillage(regions, code) !== undefined }),
    },
    placeName: (code) => (regions && villageLabel(regions, code)) ?? code,
  };
};
