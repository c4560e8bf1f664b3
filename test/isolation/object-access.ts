// Every operation for staff once more, by HTTP on a running host, with real tokens and under the policies that deploy: what is
// theirs, what is the neighbour's, and what nobody has. Whoever asks has every role there is, so that nothing but the tenant
// stands between them and the neighbour.
import type { Membership } from '@layan/application/ports/staff';
import { StaffId, type TenantId } from '@layan/domain/kernel/ids';
import type { Host } from '@layan/infra/local/boot/host';
import { seedContext } from '@layan/infra/local/boot/seed-context';
import { exchange } from '@layan/infra/local/seed/call';
import { aMember } from '@layan/testing/builders/a-tenant';
import { memoryLetters } from '@layan/testing/memory/memory-letters';
import { memoryScans } from '@layan/testing/memory/memory-scans';
import { asks, type StaffOperation } from '../access/asks.ts';
import { castOf, roles } from '../access/cast.ts';
import { anOffice, type Office, openOffice } from '../access/office.ts';
import { type Answer, answerOf, operationNames, requestOf, sentOf } from '../access/questions.ts';
import { servicesOf } from '../access/services.ts';
import { type Kind, make, nothingKnown, type Thing, unknownOf } from '../access/things.ts';
import { hostPorts } from './host-ports.ts';

/** What the staff API of the host would open, here; scans and letters are kept by others. */
const portsOf = (host: Host, tenant: TenantId) => ({
  ...hostPorts(host, { fn: 'staff-api', audience: 'staff', tenant }),
  ...{ scans: memoryScans(tenant), letters: memoryLetters(tenant), table: { locks: new Map() } },
});

/** The services of the matrix in a government of the host, and one person with every role. */
async function settle(host: Host, tenant: TenantId, from: number, suffix: string) {
  const ports = portsOf(host, tenant);
  const profile = await ports.directory.findForChange();
  const [agency] = profile?.tenant.agencies ?? [];
  if (!profile || !agency) throw new Error(`${tenant} has no agency.`);
  const letters = { unitCode: '427.64', signing: 'ink' as const };
  await ports.directory.save({ ...profile.tenant, agencies: [{ ...agency, letters }] });
  const cast = castOf(agency.id, from);
  const office = anOffice(ports, agency.id, servicesOf(agency.id, suffix), cast, from);
  await openOffice(office, roles.map(cast));
  // What is named by a number is not named alike in both.
  while (office.nextNumber() < from);

  const email = `semua@${tenant}.example`;
  const pool = host.pool('-staff');
  const account = { email, name: 'Petugas Uji Segala', groups: [`tenant:${tenant}`] };
  const { sub } = host.front.services.cognito.createUser(pool.id, account);
  host.demo.add({ poolId: pool.id, email, name: account.name, description: 'uji' });
  const held = roles.flatMap((role) => cast(role).roles).filter((role) => role !== 'emergencyReader');
  const { official } = cast('head');
  const member: Membership = {
    ...aMember(from + 90, { agency: agency.id, roles: [...new Set(held)], ...(official && { official }) }),
    ...{ id: StaffId.parse(sub), email, name: account.name },
  };
  await ports.staff.save(member, undefined);
  const token = await seedContext(host, () => undefined).signInAs('staff', email);
  return { office, member, token };
}

interface Found {
  readonly name: StaffOperation;
  readonly own: Answer;
  /** Where it is about something that may be somebody's. */
  readonly others?: { readonly foreign: Answer; readonly unknown: Answer };
}

/** What each request has of its own. */
const OWN_OF_ANSWER = ['date', 'x-amzn-requestid', 'x-amz-apigw-id', 'x-amzn-trace-id'];

async function put(
  host: Host,
  name: StaffOperation,
  thing: Thing,
  office: Office,
  token: string,
): Promise<Answer> {
  const sent = requestOf(sentOf(name, thing, office), `Bearer ${token}`);
  const url = new URL(sent.url);
  const body = await sent.text();
  const { status, headers, text } = await exchange({
    ...{ port: host.ports.web, host: `api.localhost:${host.ports.web}`, method: sent.method },
    ...{ path: url.pathname + url.search, headers: Object.fromEntries(sent.headers) },
    ...(body !== '' && { body }),
  });
  const kept = Object.entries(headers).filter(([header]) => !OWN_OF_ANSWER.includes(header));
  return answerOf(
    new Response(text === '' ? null : text, {
      status,
      headers: kept.map(([header, value]): [string, string] => [header, String(value)]),
    }),
  );
}

/** Of the calendar, whose days here are of another year than those of the matrix. */
const ofOtherDays: readonly Kind[] = ['closure', 'specialHours'];

/** A village has one batch at a time. */
const oneAtATime: readonly Kind[] = ['batch'];

const makeOr = (kind: Kind, office: Office, owner: Membership): Promise<Thing> =>
  ofOtherDays.includes(kind) ? Promise.resolve(nothingKnown) : make(kind, office, { owner });

/** Named alike in every government, or nobody's in particular: nothing of it can be foreign. */
const common: readonly Kind[] = [
  ...([
    'nothing',
    'cardRegister',
    'letterRegister',
    'letterSettings',
    'privacyTerms',
    ...ofOtherDays,
  ] as const),
];
/** Of what may be somebody's. A draft brings its name along. */
const hasOwner = (name: StaffOperation): boolean =>
  !common.includes(asks[name].about) && name !== 'saveDraft';

/** They write and remove a whole space, which is nobody's but the asker's. */
const long: readonly StaffOperation[] = ['openPractice', 'closePractice'];

/** Whoever signs out is not answered any more. */
const inOrder = operationNames
  .filter((name) => !long.includes(name))
  .toSorted((a, b) => Number(a === 'signOut') - Number(b === 'signOut'));

/** Asks everything, and tells which calls to AWS were allowed on the way. */
export async function askEverything(host: Host, own: TenantId, neighbour: TenantId) {
  const [here, there] = [await settle(host, own, 100, '-uji'), await settle(host, neighbour, 700, '-jauh')];
  const foreign = new Map<Kind, Thing>();
  // Asked about again as it is: what becomes of it, the matrix in memory sees.
  const mine = new Map<Kind, Thing>();
  for (const kind of oneAtATime) mine.set(kind, await makeOr(kind, here.office, here.member));
  for (const name of operationNames) {
    const { about } = asks[name];
    if (hasOwner(name) && !foreign.has(about))
      foreign.set(about, await makeOr(about, there.office, there.member));
  }
  const from = host.front.decisions.length;
  const found: Found[] = [];
  for (const name of inOrder) {
    const { about } = asks[name];
    const known = mine.get(about);
    const thing = known ?? (await makeOr(about, here.office, here.member));
    mine.set(about, thing);
    const theirs = foreign.get(about) ?? nothingKnown;
    const ask = (of: Thing) => put(host, name, of, here.office, here.token);
    const others = hasOwner(name)
      ? { unknown: await ask(unknownOf(theirs)), foreign: await ask(theirs) }
      : undefined;
    found.push({ name, own: await ask(thing), ...(others && { others }) });
  }
  const reached = host.front.decisions
    .slice(from)
    .filter(({ principal, allowed }) => allowed && /data-(staff|renderer)/.test(principal))
    .filter(({ resource, tags }) => tags.tenant === neighbour || resource.includes(neighbour));
  return { found, reached, office: here.office };
}

/** A search that finds nothing is answered as one. */
export const isSearch = (name: StaffOperation): boolean => name === 'findCard';
