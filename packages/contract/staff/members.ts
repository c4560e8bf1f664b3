// The staff of an agency: who I am, who works here, with which roles and areas.
import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { PersonName } from '../person-name.ts';
import { NoBody, NoParams, NoQuery } from './common.ts';

export const RoleView = z.object({ id: z.string(), label: z.string() });

export const AreaView = z.object({
  code: z.string(),
  name: z.string().check(z.describe('"Kecamatan Kademangan", or "Kelurahan Pilang, Kecamatan Kademangan".')),
});
export type AreaView = z.infer<typeof AreaView>;

export const whoAmI = operation({
  method: 'GET',
  path: '/staff/me',
  summary: 'Who I am, for which tenant and agency, and my roles.',
  params: NoParams,
  query: NoQuery,
  body: NoBody,
  response: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    tenant: z.object({
      id: z.string(),
      name: z.string(),
      accent: z.string(),
      zone: z.string(),
      closing: z
        .optional(z.object({ on: z.string() }))
        .check(z.describe('It leaves: from that day on its doors are closed.')),
      closed: z.optional(z.literal(true)).check(z.describe('It has closed: what is there is only read.')),
    }),
    agency: z.object({ id: z.string(), name: z.string(), shortName: z.string() }),
    roles: z.array(RoleView),
    oversees: z.array(RoleView).check(z.describe('Roles whose work I give out without doing it.')),
    areas: z.array(z.string()),
    manager: z.boolean(),
    officer: z.boolean().check(z.describe('Answers for the protection of personal data in my agency.')),
    counter: z.boolean().check(z.describe('Files for others at the counter.')),
    cards: z.boolean().check(z.describe('My agency gives out what is kept in a register.')),
    letters: z.boolean().check(z.describe('My agency writes letters that are numbered.')),
    batches: z.boolean().check(z.describe('I gather cases into batches, or work on batches.')),
  }),
});

export const signOut = operation({
  method: 'POST',
  name: 'sign-out',
  repeats: 'by-identity',
  path: '/staff/me/sign-out',
  summary: 'Sign out: no token that I was given before opens a door any more.',
  params: NoParams,
  query: NoQuery,
  body: NoBody,
  response: z.object({ at: z.string() }),
});

const day = z.iso.date().check(z.describe('`YYYY-MM-DD`'));

export const OfficialView = z
  .object({
    position: z.string(),
    nameWithTitles: z.string(),
    nip: z.optional(z.string()),
    rank: z.optional(z.string()),
  })
  .check(z.describe('How somebody signs official documents.'));
export type OfficialView = z.infer<typeof OfficialView>;

export const AbsenceView = z.object({
  from: z.string(),
  to: z.string().check(z.describe('The last day.')),
  reason: z.optional(z.string()),
  declared: z
    .optional(z.object({ id: z.string(), name: z.string(), at: z.string() }))
    .check(z.describe('Who entered it, and when.')),
});
export type AbsenceView = z.infer<typeof AbsenceView>;

export const MemberView = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(z.string()),
  areas: z.array(z.string()),
  official: z.optional(OfficialView),
  away: z.optional(z.array(AbsenceView)),
  state: z.enum(['active', 'deactivated']),
  emergency: z
    .optional(z.object({ until: z.string(), reason: z.string(), confirmedBy: z.string() }))
    .check(z.describe('A central admin who may read for a short while.')),
  revision: z.int(),
  changedAt: z.string(),
});
export type MemberView = z.infer<typeof MemberView>;

export const listMembers = operation({
  method: 'GET',
  path: '/staff/members',
  summary: 'Everybody who works for my agency, and the roles and areas there are.',
  params: NoParams,
  query: NoQuery,
  body: NoBody,
  response: z.object({ members: z.array(MemberView), roles: z.array(RoleView), areas: z.array(AreaView) }),
});

const rights = {
  roles: z.array(z.string().check(z.maxLength(60))).check(z.minLength(1), z.maxLength(30)),
  areas: z.array(z.string().check(z.maxLength(20))).check(z.maxLength(300)),
};

export const inviteMember = operation({
  method: 'POST',
  name: 'invite-member',
  repeats: 'recorded',
  path: '/staff/members',
  summary: 'Invite somebody by e-mail.',
  params: NoParams,
  query: NoQuery,
  body: z.strictObject({
    email: z.email().check(z.maxLength(120)),
    name: PersonName,
    ...rights,
  }),
  response: MemberView,
});

const memberParams = z.object({ memberId: z.string() });

export const changeMember = operation({
  method: 'PUT',
  name: 'change-member',
  repeats: 'recorded',
  path: '/staff/members/:memberId',
  summary: 'Change name, roles and areas; takes effect within a minute.',
  params: memberParams,
  query: NoQuery,
  body: z.strictObject({
    revision: z.int(),
    name: PersonName,
    ...rights,
  }),
  response: MemberView,
});

export const deactivateMember = operation({
  method: 'POST',
  name: 'deactivate-member',
  repeats: 'resumed',
  path: '/staff/members/:memberId/deactivate',
  summary: 'End the access of a member; open tasks go back to the queue.',
  params: memberParams,
  query: NoQuery,
  body: z.strictObject({ revision: z.int() }),
  response: z.extend(MemberView, {
    released: z.int().check(z.describe('How many tasks went back to the queue.')),
  }),
});

export const reactivateMember = operation({
  method: 'POST',
  name: 'reactivate-member',
  repeats: 'recorded',
  path: '/staff/members/:memberId/reactivate',
  summary: 'Give a deactivated member access again.',
  params: memberParams,
  query: NoQuery,
  body: z.strictObject({ revision: z.int() }),
  response: MemberView,
});

export const changeOfficial = operation({
  method: 'PUT',
  name: 'change-official',
  repeats: 'recorded',
  path: '/staff/members/:memberId/official',
  summary: 'Change how a member signs official documents; without `official`, they sign none.',
  params: memberParams,
  query: NoQuery,
  body: z.strictObject({
    revision: z.int(),
    official: z.optional(
      z.strictObject({
        position: z.string().check(z.minLength(1), z.maxLength(120)),
        nameWithTitles: z.string().check(z.minLength(1), z.maxLength(120)),
        nip: z
          .optional(z.string().check(z.maxLength(30)))
          .check(z.describe('18 digits; spaces are ignored.')),
        rank: z.optional(z.string().check(z.maxLength(80))),
      }),
    ),
  }),
  response: MemberView,
});

export const getAbsences = operation({
  method: 'GET',
  path: '/staff/me/away',
  summary: 'The days on which I do not work.',
  params: NoParams,
  query: NoQuery,
  body: NoBody,
  response: z.object({ id: z.string(), revision: z.int(), away: z.array(AbsenceView) }),
});

export const changeAbsences = operation({
  method: 'PUT',
  name: 'change-absences',
  repeats: 'recorded',
  path: '/staff/members/:memberId/away',
  summary: 'Set the days on which a member does not work: one’s own, or as manager those of anybody.',
  params: memberParams,
  query: NoQuery,
  body: z.strictObject({
    revision: z.int(),
    away: z
      .array(
        z.strictObject({
          from: day,
          to: day,
          reason: z.optional(z.string().check(z.maxLength(120))),
        }),
      )
      .check(z.maxLength(20)),
  }),
  response: z.object({ id: z.string(), revision: z.int(), away: z.array(AbsenceView) }),
});
