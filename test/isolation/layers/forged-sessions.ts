// Functions that ask for a session they should not have: another audience's, none in particular, one that ends inside
// another tenant's resources.
import { inboxPartition, profileKey } from '@layan/storage/keys';
import { everythingAllowed, trustWithout } from './bugs.ts';
import { walls } from './forgotten-filters.ts';
import { NEIGHBOUR, OWN } from './lab.ts';
import { assumed, sessionOf, tableBy } from './sessions.ts';
import type { Attack, Wall } from './wall.ts';

const trust: Wall = {
  layer: 'trust',
  refuses: /no resource-based policy allows the sts:(AssumeRole|TagSession)/,
  bug: 'The trust forgets to ask for the tag and for what is in it.',
  remove: trustWithout('staff', 'aws:RequestTag/tenant', 'aws:TagKeys'),
};

export const anotherAudience: Attack = {
  name: 'The portal takes the role of staff, and reads the neighbour’s table with it.',
  walls: [
    {
      layer: 'function',
      refuses: /no identity-based policy allows the sts:AssumeRole/,
      bug: 'The policy of the portal allows everything.',
      remove: everythingAllowed({ fn: 'portal' }),
    },
    {
      ...trust,
      bug: 'The trust of the role forgets to ask which function it is.',
      remove: trustWithout('staff', 'aws:PrincipalArn'),
    },
    walls.role,
    walls.ceiling,
    walls.key,
  ],
  attempt: async (lab) => {
    const session = sessionOf(lab, { fn: 'portal', audience: 'staff', tenant: OWN });
    return JSON.stringify(await tableBy(session, NEIGHBOUR).get(profileKey));
  },
  through: /kab-probolinggo/,
};

export const noTenantAtAll: Attack = {
  name: 'The staff API takes its role without saying for which tenant.',
  walls: [trust, walls.role, walls.ceiling, walls.key],
  attempt: async (lab) => {
    const settings = lab.settingsOf('staff-api');
    const session = await assumed(settings, 'staff', {});
    return JSON.stringify(await tableBy({ settings, session }, NEIGHBOUR).get(profileKey));
  },
  through: /kab-probolinggo/,
};

export const tagWithinAnother: Attack = {
  name: 'The tag of a session ends inside the resources of the neighbour: the name of one of its indexes.',
  walls: [trust, walls.role, walls.key, walls.ceiling],
  attempt: async (lab) => {
    const settings = lab.settingsOf('staff-api');
    const session = await assumed(settings, 'staff', { tenant: `${NEIGHBOUR}/index/inbox` });
    const partition = inboxPartition(lab.neighbour.office.agency, 'frontOffice');
    const rows = await tableBy({ settings, session }, NEIGHBOUR).query({ index: 'inbox', partition });
    return `${rows.length} tasks of the neighbour`;
  },
  through: /^1 tasks of the neighbour$/,
};
